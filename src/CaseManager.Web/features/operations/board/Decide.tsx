import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { IconHandStop, IconPlayerPauseFilled, IconPlayerPlayFilled, IconSquareXFilled } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { Said } from '../../../records/Said';
import { useAct } from '../../../records/useAct';
import { useKeys } from '../../../ui/keys';
import { CastVote } from './CastVote';
import { going, stopping } from './colours';
import { digits } from './now';
import { list } from './Standing';
import { useAge, type Board } from './useBoard';
import type { Part } from './usePart';

const Go = graphql(`mutation Go($input: DecideGoInput!) { decideGo(input: $input) { version errors { ...Trouble } } }`);
const NoGo = graphql(`mutation NoGo($input: DecideNoGoInput!) { decideNoGo(input: $input) { version errors { ...Trouble } } }`);
const Hold = graphql(`mutation Hold($input: HoldOperationInput!) { holdOperation(input: $input) { version errors { ...Trouble } } }`);
const Abort = graphql(`mutation Abort($input: AbortOperationInput!) { abortOperation(input: $input) { version errors { ...Trouble } } }`);

type Kind = 'GO' | 'NO_GO' | 'HOLD' | 'ABORT';

const looks = {
  GO: { color: going, icon: IconPlayerPlayFilled },
  NO_GO: { color: 'gray', icon: IconHandStop },
  HOLD: { color: stopping, icon: IconPlayerPauseFilled },
  ABORT: { color: 'red', icon: IconSquareXFilled },
} as const;

/** Orders, each in two steps, by a named person on the board that is shown. None is offered on a board that may be another by now. */
export function Decide({ id, name, board, at, part }: { id: string; name: string; board: Board; at: number; part: Part }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ kind: Kind; pin: string }>();
  const { stale } = useAge(at);
  const over = board.status === 'ABORTED';
  const off: Record<Kind, string | undefined> = {
    GO: board.status === 'GO' ? t('board.off.goes') : undefined,
    NO_GO: board.status === 'GO' ? t('board.off.goes') : undefined,
    HOLD: board.status === 'GO' ? undefined : t('board.off.noGo'),
    ABORT: undefined,
  };
  const ask = (kind: Kind) => part.commands && !over && !stale && !off[kind] && setAsked({ kind, pin: board.pin });
  useKeys(part.commands && !over ? [{ keys: 'h', text: t('board.ask.HOLD'), run: () => ask('HOLD') }, { keys: 'o', text: t('board.ask.GO'), run: () => ask('GO') }] : []);

  if (over) return <p className="decide quiet">{t('board.over')}</p>;
  return (
    <section className="decide no-print" aria-label={t('board.decisions')}>
      <div className="orders">
        {part.votes && <CastVote id={id} board={board} stale={stale} part={part} />}
        {part.commands && (['GO', 'NO_GO', 'HOLD', 'ABORT'] as const).map((kind) => {
          const { color, icon: Icon } = looks[kind];
          return (
            <Button
              key={kind} size="md" color={color} variant={kind === 'ABORT' || kind === 'NO_GO' ? 'outline' : 'filled'} leftSection={<Icon size={18} aria-hidden />}
              disabled={stale || off[kind] !== undefined} title={off[kind]} onClick={() => ask(kind)} data-kind={kind} aria-describedby="decide-why"
              aria-keyshortcuts={kind === 'HOLD' ? 'H' : kind === 'GO' ? 'O' : undefined}
            >
              {t(`board.ask.${kind}`)}
            </Button>
          );
        })}
      </div>
      <p id="decide-why" className="why" role="status">
        {stale ? t('board.off.stale') : !part.commands ? t('board.off.notYours') : off.HOLD ?? off.GO}
      </p>
      {asked && <Confirm key={asked.kind} kind={asked.kind} asked={asked.pin} id={id} name={name} board={board} stale={stale} part={part} close={() => setAsked(undefined)} />}
    </section>
  );
}

function Confirm({ kind, asked, id, name, board, stale, part, close }: {
  kind: Kind; asked: string; id: string; name: string; board: Board; stale: boolean; part: Part; close: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [pin, setPin] = useState(asked);
  const [reason, setReason] = useState('');
  const [go, noGo, hold, abort] = [useAct(Go), useAct(NoGo), useAct(Hold), useAct(Abort)];
  const moved = pin !== board.pin;
  const acts = { GO: go, NO_GO: noGo, HOLD: hold, ABORT: abort };
  const unready = board.lines.filter((line) => line.readiness !== 'READY' && line.readiness !== 'WITHDRAWN');
  // Nobody has to look twice before stopping what moves.
  const blocked = stale || (moved && kind !== 'HOLD') || (kind !== 'GO' && reason.trim() === '');

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (blocked) return;
    const done = kind === 'GO' ? await go.act({ operation: id, pin, remark: reason.trim() || null })
      : kind === 'NO_GO' ? await noGo.act({ operation: id, reason })
      : kind === 'HOLD' ? await hold.act({ operation: id, reason })
      : await abort.act({ operation: id, reason });
    if (done) close();
  }

  return (
    <Modal opened onClose={close} title={t(`board.confirm.${kind}`, { name })} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={(event) => void confirm(event)}>
        <Text>{t(`board.what.${kind}`, { at: digits(board.hHour, 'UTC', true) })}</Text>
        <Text size="sm" mt={4}>{t('board.as', { name: part.name, agency: part.agency })}</Text>
        {kind === 'GO' && (
          <ul className="checks">
            <li data-fine={unready.length === 0}>
              {unready.length === 0 ? t('board.check.ready', { count: board.lines.filter((line) => line.readiness === 'READY').length })
                : t('board.check.notReady', { sites: list(i18n.language, unready.map((line) => line.number)) })}
            </li>
            <li data-fine={board.awaited.length === 0}>
              {board.awaited.length === 0 ? t('board.check.voted') : t('board.check.notVoted', { agencies: list(i18n.language, board.awaited.map((agency) => agency?.code ?? '—')) })}
            </li>
          </ul>
        )}
        <Textarea
          mt="sm" data-autofocus label={kind === 'GO' ? t('board.remark') : t('board.reason')} required={kind !== 'GO'} autosize minRows={2} maxRows={6}
          value={reason} onChange={(event) => setReason(event.currentTarget.value)}
        />
        {moved && (
          <Alert color="yellow" role="alert" mt="sm" title={t('board.moved')}>
            {kind !== 'HOLD' && <Button size="compact-sm" variant="default" onClick={() => setPin(board.pin)}>{t('board.lookedAgain')}</Button>}
          </Alert>
        )}
        {stale && <Alert color="red" role="alert" mt="sm">{t('board.off.stale')}</Alert>}
        <Said outcome={acts[kind].outcome} />
        <Group mt="md" justify="end">
          <Button variant="default" onClick={close}>{t('faces.cancel')}</Button>
          <Button type="submit" color={kind === 'ABORT' ? stopping : looks[kind].color} disabled={blocked} loading={acts[kind].fetching} data-kind={kind}>{t(`board.do.${kind}`)}</Button>
        </Group>
      </form>
    </Modal>
  );
}
