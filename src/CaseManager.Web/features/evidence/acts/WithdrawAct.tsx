import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useSeen } from './useSeen';

const Withdraw = graphql(`
  mutation WithdrawCustody($input: WithdrawCustodyTransferInput!) {
    withdrawCustodyTransfer(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } }
  }
`);

/** Takes one's own offer back while nobody has answered it. */
export function WithdrawAct({ id, version, exhibit, close }: ActProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { act, outcome, fetching } = useAct(Withdraw);
  const seen = useSeen(version, outcome);
  const [reason, setReason] = useState('');

  async function withdraw() {
    if (await act({ exhibit: id, version: seen, reason })) close();
  }

  return (
    <ActForm
      title={t('exhibit.withdrawTitle', { number: exhibit.number })} submit={t('exhibit.act.withdraw')} ready={reason.trim() !== ''} fetching={fetching}
      outcome={outcome} fields={['reason']} act={() => void withdraw()} close={close}
    >
      <Textarea
        label={t('exhibit.reason')} required data-autofocus autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)}
        error={outcome?.field === 'reason' ? sentence(outcome) : undefined}
      />
    </ActForm>
  );
}
