import { Button, Group, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayPart } from '../../../gql/graphql';
import { zones } from '../../../ui/zones';
import { Choices } from './Choices';
import type { StepProps } from './Intake';

const forms = ['now', 'moment', 'range', 'day'] as const;
const parts: readonly DayPart[] = ['MORNING', 'AFTERNOON', 'EVENING', 'NIGHT'];

export function WhereStep({ draft, put, wrong }: StepProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'no' | 'yes' | 'failed'>('no');

  // Only when asked: where an officer stands is nobody's business otherwise.
  function locate() {
    setAsking('yes');
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      put({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) });
      setAsking('no');
    }, () => setAsking('failed'), { enableHighAccuracy: true, timeout: 20_000 });
  }

  return (
    <>
      <Textarea
        size="md" label={t('intake.place')} description={t('intake.placeHint')} required autosize minRows={2} maxLength={500} value={draft.place}
        onChange={(event) => put({ place: event.currentTarget.value })} error={wrong('place')}
      />
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput size="md" label={t('intake.latitude')} inputMode="decimal" value={draft.latitude} onChange={(event) => put({ latitude: event.currentTarget.value })} error={wrong('place.latitude')} className="half" />
        <TextInput size="md" label={t('intake.longitude')} inputMode="decimal" value={draft.longitude} onChange={(event) => put({ longitude: event.currentTarget.value })} error={wrong('place.longitude')} className="half" />
      </Group>
      <div>
        <Button size="md" variant="default" leftSection={<IconCurrentLocation size={18} aria-hidden />} loading={asking === 'yes'} onClick={locate}>{t('intake.locate')}</Button>
        {asking === 'failed' && <Text size="sm" role="alert" mt={4}>{t('intake.locateFailed')}</Text>}
      </div>
      <Choices label={t('intake.when')} value={draft.form} choose={(form) => put({ form })} all={forms.map((form) => ({ value: form, label: t(`intake.form.${form}`) }))} />
      {(draft.form === 'moment' || draft.form === 'range') && (
        <TextInput size="md" type="datetime-local" required label={t(draft.form === 'range' ? 'intake.from' : 'intake.at')} value={draft.at} onChange={(event) => put({ at: event.currentTarget.value })} error={wrong('occurred') ?? wrong('occurred.at') ?? wrong('occurred.from')} />
      )}
      {draft.form === 'range' && (
        <TextInput size="md" type="datetime-local" required label={t('intake.until')} value={draft.until} onChange={(event) => put({ until: event.currentTarget.value })} error={wrong('occurred.until')} />
      )}
      {draft.form === 'day' && (
        <>
          <TextInput size="md" type="date" required label={t('intake.date')} value={draft.date} onChange={(event) => put({ date: event.currentTarget.value })} error={wrong('occurred') ?? wrong('occurred.date')} />
          <NativeSelect
            size="md" label={t('intake.part')} value={draft.part ?? ''} onChange={(event) => put({ part: (event.currentTarget.value || undefined) as DayPart | undefined })}
            data={[{ value: '', label: t('intake.wholeDay') }, ...parts.map((part) => ({ value: part, label: t(`dayPart.${part}`) }))]}
          />
        </>
      )}
      {draft.form !== 'now' && (
        <>
          <NativeSelect size="md" label={t('intake.zone')} value={draft.zone} data={zones()} onChange={(event) => put({ zone: event.currentTarget.value })} error={wrong('occurred.zone')} />
          <TextInput size="md" label={t('intake.said')} description={t('intake.saidHint')} value={draft.said} onChange={(event) => put({ said: event.currentTarget.value })} error={wrong('occurred.said')} />
        </>
      )}
    </>
  );
}
