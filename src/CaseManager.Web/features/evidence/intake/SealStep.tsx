import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CaveatFields } from '../../../records/CaveatFields';
import { tlps, tlpWord } from '../../../ui/Marking';
import { Choices } from './Choices';
import type { StepProps } from './Intake';
import { Readers } from './Readers';

export function SealStep({ draft, put, wrong, tlp }: StepProps) {
  const { t } = useTranslation();
  const stricter = tlps.slice(tlps.indexOf(tlp));
  return (
    <>
      <TextInput
        size="md" label={t('intake.seal')} description={t('exhibit.sealSeenHint')} required autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={64}
        classNames={{ input: 'mono' }} value={draft.seal} onChange={(event) => put({ seal: event.currentTarget.value })} error={wrong('seal')}
      />
      <Choices
        label={t('intake.marking')} value={draft.tlp ?? tlp} choose={(chosen) => put({ tlp: chosen === tlp ? undefined : chosen })}
        all={stricter.map((one) => ({ value: one, label: one === tlp ? t('intake.asCase', { marking: tlpWord(one) }) : tlpWord(one) }))}
      />
      {draft.tlp === 'RED' && tlp !== 'RED' && <Readers value={draft.readers} put={(readers) => put({ readers })} error={wrong('readers')} />}
      <CaveatFields size="md" value={draft.caveats} put={(caveats) => put({ caveats })} fault={wrong} />
    </>
  );
}
