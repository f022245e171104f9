import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useSeen } from './useSeen';

const Refuse = graphql(`
  mutation RefuseCustody($input: RefuseCustodyTransferInput!) {
    refuseCustodyTransfer(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } }
  }
`);

/** Does not take an exhibit over, and says why; it stays with who offered it. */
export function RefuseAct({ id, version, exhibit, close }: ActProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { act, outcome, fetching } = useAct(Refuse);
  const seen = useSeen(version, outcome);
  const [reason, setReason] = useState('');
  const [sealSeen, setSeal] = useState('');
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function refuse() {
    if (await act({ exhibit: id, version: seen, reason, sealSeen: sealSeen.trim() || undefined })) close();
  }

  return (
    <ActForm
      title={t('exhibit.refuseTitle', { number: exhibit.number })} submit={t('exhibit.act.refuse')} ready={reason.trim() !== ''} fetching={fetching}
      outcome={outcome} fields={['reason', 'sealSeen']} act={() => void refuse()} close={close}
    >
      <Textarea label={t('exhibit.reason')} required data-autofocus autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={wrong('reason')} />
      <TextInput
        label={t('exhibit.sealSeen')} description={t('exhibit.sealWhenWhy')} autoComplete="off" spellCheck={false} classNames={{ input: 'mono' }} maxLength={64} value={sealSeen}
        onChange={(event) => setSeal(event.currentTarget.value)} error={wrong('sealSeen')}
      />
    </ActForm>
  );
}
