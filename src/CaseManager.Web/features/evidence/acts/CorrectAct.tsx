import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useSeen } from './useSeen';

const Correct = graphql(`
  mutation CorrectExhibitDescription($input: CorrectExhibitDescriptionInput!) {
    correctExhibitDescription(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } }
  }
`);

/** Corrects what an exhibit is said to be; what stood there stays in the history. */
export function CorrectAct({ id, version, exhibit, close }: ActProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { act, outcome, fetching } = useAct(Correct);
  const seen = useSeen(version, outcome);
  const [description, setDescription] = useState(exhibit.description);
  const [reason, setReason] = useState('');
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function correct() {
    if (await act({ exhibit: id, version: seen, description, reason })) close();
  }

  return (
    <ActForm
      title={t('exhibit.correctTitle', { number: exhibit.number })} submit={t('exhibit.act.correct')} fetching={fetching}
      ready={description.trim() !== '' && description !== exhibit.description && reason.trim() !== ''}
      outcome={outcome} fields={['description', 'reason']} act={() => void correct()} close={close}
    >
      <Textarea
        label={t('exhibit.description')} required data-autofocus autosize minRows={3} maxLength={2000} value={description} onChange={(event) => setDescription(event.currentTarget.value)}
        error={wrong('description')}
      />
      <Textarea label={t('exhibit.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={wrong('reason')} />
    </ActForm>
  );
}
