import { Alert, Button, Group, Modal, SegmentedControl, Text, Textarea } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import type { VoteChoice } from '../../../gql/graphql';
import { Said } from '../../../records/Said';
import { useAct } from '../../../records/useAct';
import { useKeys } from '../../../ui/keys';
import type { Board } from './useBoard';
import type { Part } from './usePart';

const Vote = graphql(`mutation CastVote($input: CastVoteInput!) { castVote(input: $input) { version errors { ...Trouble } } }`);

/** One's own agency's word on the state that is shown. */
export function CastVote({ id, board, stale, part }: { id: string; board: Board; stale: boolean; part: Part }) {
  const { t } = useTranslation();
  const [pin, setPin] = useState<string>();
  const open = board.status !== 'GO' && board.status !== 'ABORTED';
  const ask = () => open && !stale && setPin(board.pin);
  useKeys(open ? [{ keys: 'v', text: t('board.vote'), run: ask }] : []);
  return (
    <>
      <Button size="md" variant="default" leftSection={<IconGavel size={18} aria-hidden />} disabled={!open || stale} onClick={ask} aria-keyshortcuts="V">
        {t('board.voteFor', { agency: part.agency })}
      </Button>
      {pin && <Voting id={id} pin={pin} look={() => setPin(board.pin)} board={board} stale={stale} part={part} close={() => setPin(undefined)} />}
    </>
  );
}

function Voting({ id, pin, look, board, stale, part, close }: { id: string; pin: string; look: () => void; board: Board; stale: boolean; part: Part; close: () => void }) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<VoteChoice>('GO');
  const [reason, setReason] = useState('');
  const { act, outcome, fetching } = useAct(Vote);
  const moved = pin !== board.pin;
  const blocked = stale || moved || (choice === 'NO_GO' && reason.trim() === '');

  async function cast(event: FormEvent) {
    event.preventDefault();
    if (!blocked && (await act({ operation: id, agency: part.agency, choice, pin, reason: reason.trim() || null }))) close();
  }

  return (
    <Modal opened onClose={close} title={t('board.voteFor', { agency: part.agency })} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={(event) => void cast(event)}>
        <Text size="sm" mb="sm">{t('board.as', { name: part.name, agency: part.agency })}</Text>
        <SegmentedControl
          fullWidth data-autofocus aria-label={t('board.vote')} value={choice} onChange={(value) => setChoice(value as VoteChoice)}
          data={[{ value: 'GO', label: t('vote.GO') }, { value: 'NO_GO', label: t('vote.NO_GO') }]}
        />
        <Textarea
          mt="sm" label={choice === 'GO' ? t('board.remark') : t('board.reason')} required={choice === 'NO_GO'} autosize minRows={2} maxRows={6}
          value={reason} onChange={(event) => setReason(event.currentTarget.value)}
        />
        {moved && <Alert color="yellow" role="alert" mt="sm" title={t('board.moved')}><Button size="compact-sm" variant="default" onClick={look}>{t('board.lookedAgain')}</Button></Alert>}
        {stale && <Alert color="red" role="alert" mt="sm">{t('board.off.stale')}</Alert>}
        <Said outcome={outcome} />
        <Group mt="md" justify="end">
          <Button variant="default" onClick={close}>{t('faces.cancel')}</Button>
          <Button type="submit" disabled={blocked} loading={fetching}>{t('board.castVote')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
