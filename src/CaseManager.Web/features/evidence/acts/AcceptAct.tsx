import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ownZone } from '../../../ui/settings';
import { momentIn } from '../../../ui/zones';
import { ActForm } from './ActForm';
import type { ActProps } from './ExhibitActs';
import { useSeen } from './useSeen';

const Accept = graphql(`
  mutation AcceptCustody($input: AcceptCustodyTransferInput!) {
    acceptCustodyTransfer(input: $input) { exhibit { id version ...ExhibitShown } errors { ...Trouble } }
  }
`);

/** Takes an exhibit over. The seal is read off the bag, not off the screen. */
export function AcceptAct({ id, version, exhibit, close, instead }: ActProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { act, outcome, fetching } = useAct(Accept);
  const seen = useSeen(version, outcome);
  const [sealSeen, setSeal] = useState('');
  const [at, setAt] = useState('');
  const [remark, setRemark] = useState('');
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function accept() {
    const done = await act({ exhibit: id, version: seen, sealSeen, handedOverAt: at ? momentIn(ownZone(), at).toISOString() : undefined, remark: remark.trim() || undefined });
    if (done) close();
  }

  return (
    <ActForm
      title={t('exhibit.acceptTitle', { number: exhibit.number })} submit={t('exhibit.act.accept')} ready={sealSeen.trim() !== ''} fetching={fetching}
      outcome={outcome} fields={['sealSeen', 'handedOverAt', 'remark']} act={() => void accept()} close={close}
    >
      <TextInput
        label={t('exhibit.sealSeen')} description={t('exhibit.sealSeenHint')} required data-autofocus autoComplete="off" spellCheck={false} classNames={{ input: 'mono' }} maxLength={64}
        value={sealSeen} onChange={(event) => setSeal(event.currentTarget.value)} error={wrong('sealSeen')}
      />
      {outcome?.code === 'exhibit.seal-mismatch' && (
        <Button size="compact-sm" variant="light" color="red" className="start" onClick={() => instead('refuse')}>{t('exhibit.refuseInstead')}…</Button>
      )}
      <TextInput
        type="datetime-local" label={t('exhibit.handedOverAt', { zone: ownZone() })} description={t('exhibit.nowWhenEmpty')} value={at}
        onChange={(event) => setAt(event.currentTarget.value)} error={wrong('handedOverAt')}
      />
      <Textarea label={t('exhibit.remarkField')} autosize minRows={2} value={remark} onChange={(event) => setRemark(event.currentTarget.value)} error={wrong('remark')} />
    </ActForm>
  );
}
