import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { useFault } from '../../../records/useFault';
import { useMarkingDraft } from '../../../records/useMarkingDraft';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useSeen } from './useSeen';

const Mark = graphql(`
  mutation MarkExhibit($input: ChangeExhibitMarkingInput!) { changeExhibitMarking(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } } }
`);

/** Marks an exhibit anew, beside what restricts its case. */
export function MarkAct({ id, version, exhibit, close }: ActProps) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Mark);
  const fault = useFault(outcome);
  const seen = useSeen(version, outcome);
  const { draft, fields, whole } = useMarkingDraft(exhibit.marking, exhibit.case?.marking);
  const [reason, setReason] = useState('');

  async function mark() {
    if (await act({ exhibit: id, version: seen, ...draft, reason })) close();
  }

  return (
    <ActForm
      title={t('exhibit.markTitle', { number: exhibit.number })} submit={t('remark.do')} fetching={fetching} ready={whole && reason.trim() !== ''}
      outcome={outcome} fields={['tlp', 'readers', 'reason']} act={() => void mark()} close={close}
    >
      {fields(fault)}
      <Textarea label={t('exhibit.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={fault('reason')} />
    </ActForm>
  );
}
