import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { OfficerSelect } from '../../../records/OfficerSelect';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ownZone } from '../../../ui/settings';
import { momentIn } from '../../../ui/zones';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useCustodians } from './useCustodians';
import { useSeen } from './useSeen';

const Offer = graphql(`
  mutation OfferCustody($input: OfferCustodyTransferInput!) {
    offerCustodyTransfer(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } }
  }
`);

/** Offers an exhibit to another officer, under the seal it bears as one reads it. */
export function OfferAct({ id, version, exhibit, me, close }: ActProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { act, outcome, fetching } = useAct(Offer);
  const seen = useSeen(version, outcome);
  const [to, setTo] = useState('');
  const custodians = useCustodians(exhibit.case?.taskForce?.id);
  const [seal, setSeal] = useState('');
  const [reason, setReason] = useState('');
  const [due, setDue] = useState('');
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function offer() {
    if (!to) return;
    if (await act({ exhibit: id, version: seen, to, seal, reason, due: due ? momentIn(ownZone(), due).toISOString() : undefined })) close();
  }

  return (
    <ActForm
      title={t('exhibit.offerTitle', { number: exhibit.number })} submit={t('exhibit.act.offer')} ready={to !== '' && seal.trim() !== '' && reason.trim() !== ''} fetching={fetching}
      outcome={outcome} fields={['to', 'seal', 'reason', 'due']} act={() => void offer()} close={close}
    >
      <OfficerSelect label={t('exhibit.to')} value={to} onChange={setTo} but={me} first={custodians} error={wrong('to')} required autoFocus />
      <TextInput
        label={t('exhibit.sealLeaves')} description={t('exhibit.sealSeenHint')} required autoComplete="off" spellCheck={false} classNames={{ input: 'mono' }} maxLength={64} value={seal}
        onChange={(event) => setSeal(event.currentTarget.value)} error={wrong('seal')}
      />
      <Textarea label={t('exhibit.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={wrong('reason')} />
      <TextInput
        type="datetime-local" label={t('exhibit.dueBy', { zone: ownZone() })} description={t('exhibit.dueHint')} value={due}
        onChange={(event) => setDue(event.currentTarget.value)} error={wrong('due')}
      />
    </ActForm>
  );
}
