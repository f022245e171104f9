import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useSeen } from './useSeen';

const Reseal = graphql(`
  mutation ResealExhibit($input: ResealExhibitInput!) { resealExhibit(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } } }
`);

/** Notes that another seal was put on, and why the old one was broken. */
export function ResealAct({ id, version, exhibit, close }: ActProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { act, outcome, fetching } = useAct(Reseal);
  const seen = useSeen(version, outcome);
  const [seal, setSeal] = useState('');
  const [reason, setReason] = useState('');
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function reseal() {
    if (await act({ exhibit: id, version: seen, seal, reason })) close();
  }

  return (
    <ActForm
      title={t('exhibit.resealTitle', { number: exhibit.number })} submit={t('exhibit.act.reseal')} ready={seal.trim() !== '' && reason.trim() !== ''} fetching={fetching}
      outcome={outcome} fields={['seal', 'reason']} act={() => void reseal()} close={close}
    >
      <TextInput
        label={t('exhibit.newSeal')} description={t('exhibit.oldSeal', { seal: exhibit.seal })} required data-autofocus autoComplete="off" spellCheck={false} classNames={{ input: 'mono' }} maxLength={64}
        value={seal} onChange={(event) => setSeal(event.currentTarget.value)} error={wrong('seal')}
      />
      <Textarea label={t('exhibit.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={wrong('reason')} />
    </ActForm>
  );
}
