import { Fieldset, Radio, Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import { useAct } from '../../records/useAct';
import { type Language, languageNames, languages, useSpeak } from '../../ui/language';
import { schemes, useScheme } from '../../ui/scheme';
import { machineZone, settings, useSettings } from '../../ui/settings';
import { When } from '../../ui/When';
import { zones } from '../../ui/zones';

const Choose = graphql(`mutation ChooseLanguage($input: ChooseLanguageInput!) { chooseLanguage(input: $input) { officer { id language } version errors { ...Trouble } } }`);

/** How one likes the app. Kept on this machine; the server knows the language as well, for what it writes to one. */
export function SettingsPage() {
  const { t, i18n } = useTranslation();
  const speak = useSpeak();
  const { act: choose } = useAct(Choose);
  const [scheme, paint] = useScheme();
  const { singleKeys, zone, dense } = useSettings();
  return (
    <Stack maw="40rem">
      <div>
        <Title order={1} size="h2">{t('nav.settings')}</Title>
        <Text c="dimmed">{t('settings.kept')}</Text>
      </div>
      <Fieldset legend={t('settings.language')}>
        <Radio.Group value={i18n.language} onChange={(next) => { void speak(next as Language); void choose({ language: `${next}-CA` }); }} aria-label={t('settings.language')}>
          <Stack gap="xs">{languages.map((one) => <Radio key={one} value={one} label={<span lang={one}>{languageNames[one]}</span>} />)}</Stack>
        </Radio.Group>
      </Fieldset>
      <Fieldset legend={t('settings.colours')}>
        <Radio.Group value={scheme} onChange={(next) => paint(next as typeof scheme)} aria-label={t('settings.colours')}>
          <Stack gap="xs">{schemes.map((one) => <Radio key={one} value={one} label={t(`settings.scheme.${one}`)} description={one === 'night' ? t('settings.nightHint') : undefined} />)}</Stack>
        </Radio.Group>
        <Switch mt="md" label={t('settings.dense')} checked={dense} onChange={(event) => settings.set({ dense: event.currentTarget.checked })} />
      </Fieldset>
      <Fieldset legend={t('settings.clocks')}>
        <Select
          label={t('settings.zone')} description={t('settings.zoneHint')} searchable clearable value={zone || null} placeholder={t('settings.machine', { zone: machineZone })}
          data={zones()} onChange={(next) => settings.set({ zone: next ?? '' })} clearButtonProps={{ 'aria-label': t('faces.clear') }}
        />
        <Text size="sm" mt="xs">{t('settings.now')} <When at={new Date().toISOString()} /></Text>
      </Fieldset>
      <Fieldset legend={t('keys.title')}>
        <Switch label={t('keys.single')} description={t('keys.singleHint')} checked={singleKeys} onChange={(event) => settings.set({ singleKeys: event.currentTarget.checked })} />
      </Fieldset>
    </Stack>
  );
}
