import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KindIcon, kinds } from '../KindIcon';
import { Choices } from './Choices';
import type { StepProps } from './Intake';

export function WhatStep({ draft, put, wrong }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choices
        label={t('exhibits.head.kind')} value={draft.kind} choose={(kind) => put({ kind })}
        all={kinds.map((kind) => ({ value: kind, label: t(`exhibitKind.${kind}`), icon: <KindIcon kind={kind} size={20} /> }))}
      />
      <Textarea
        size="md" label={t('exhibit.description')} description={t('intake.descriptionHint')} required autosize minRows={3} maxLength={2000} value={draft.description}
        onChange={(event) => put({ description: event.currentTarget.value })} error={wrong('description')}
      />
      <TextInput
        size="md" label={t('intake.number')} description={t('intake.numberHint')} value={draft.number} autoComplete="off" autoCapitalize="characters"
        onChange={(event) => put({ number: event.currentTarget.value.toUpperCase() })} error={wrong('number')}
      />
    </>
  );
}
