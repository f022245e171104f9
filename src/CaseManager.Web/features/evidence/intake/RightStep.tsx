import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuthorityKind } from '../../../gql/graphql';
import { OfficerSelect } from '../../../records/OfficerSelect';
import { Choices } from './Choices';
import { needsReference } from './draft';
import type { StepProps } from './Intake';

const authorities: readonly AuthorityKind[] = [
  'SEARCH_WARRANT', 'ARREST', 'PLAIN_VIEW', 'CONSENT', 'PRODUCTION_ORDER', 'CUSTOMS_EXAMINATION', 'FOUND', 'FOREIGN_REQUEST', 'STATUTE',
];

export function RightStep({ draft, put, wrong }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choices label={t('exhibit.fact.authority')} value={draft.authority} choose={(authority) => put({ authority })} all={authorities.map((one) => ({ value: one, label: t(`authorityKind.${one}`) }))} />
      <TextInput
        size="md" label={t('intake.reference')} description={t('intake.referenceHint')} required={needsReference(draft)} maxLength={200} value={draft.reference} autoComplete="off"
        onChange={(event) => put({ reference: event.currentTarget.value })} error={wrong('authority.reference')}
      />
      <OfficerSelect label={t('exhibit.fact.finder')} description={t('intake.finderHint')} value={draft.finder ?? ''} onChange={(finder) => put({ finder: finder || null })} error={wrong('finder')} />
    </>
  );
}
