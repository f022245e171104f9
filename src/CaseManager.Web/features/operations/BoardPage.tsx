import { Alert, Button, Group, Modal, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery, useSubscription } from 'urql';
import { graphql, read } from '../../gql';
import type { BoardShownFragment } from '../../gql/graphql';
import { Faces, NotFound } from '../../ui/Faces';
import { useSeconds } from '../../ui/LineBanner';
import { useMarking } from '../../ui/Marking';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import { clock, time } from '../../ui/When';

const Shown = graphql(`
  fragment BoardShown on Board {
    pin status hHour
    order { number kind at reason by { id name } }
    lines { number readiness readinessSince entry localEntry acknowledgedAt unconfirmedSince site { id place agency { id code } version } phases { name at local } }
    votes { choice counts agency { id code } by { id name } }
    awaited { id code }
  }
`);

const Operation = graphql(`query Operation($id: ID!) { operation(id: $id) { id name aim board { ...BoardShown } } }`);
const Changed = graphql(`subscription BoardChanged($id: ID!) { boardChanged(operation: $id) { ...BoardShown } }`);
const Go = graphql(`mutation Go($input: DecideGoInput!) { decideGo(input: $input) { version errors { ...Trouble } } }`);
const Hold = graphql(`mutation Hold($input: HoldOperationInput!) { holdOperation(input: $input) { version errors { ...Trouble } } }`);

const route = getRouteApi('/operations/$id');

/** Sites against time, who is for it, what was ordered, and who is not known to have heard. */
export function BoardPage() {
  const { id } = route.useParams();
  const [{ data, error }, ask] = useQuery({ query: Operation, variables: { id } });
  const [told] = useSubscription({ query: Changed, variables: { id } });
  const [seen, setSeen] = useState(Date.now);
  useMarking(data?.operation ? 'AMBER' : null);

  const latest = told.data ? read(Shown, told.data.boardChanged) : undefined;
  useEffect(() => {
    setSeen(Date.now());
    if (latest) ask({ requestPolicy: 'network-only' });
  }, [latest, ask]);

  return (
    <Faces data={data?.operation} error={error} empty={data && <NotFound />}>
      {(operation) => (
        <Stack>
          <div>
            <Title order={1} size="h2">{operation.name}</Title>
            <Text c="dimmed">{operation.aim}</Text>
          </div>
          <Board board={latest ?? read(Shown, operation.board)} id={operation.id} seen={seen} />
        </Stack>
      )}
    </Faces>
  );
}

function Board({ board, id, seen }: { board: BoardShownFragment; id: string; seen: number }) {
  const { t, i18n } = useTranslation();
  const now = useSeconds();
  // Who is silent or not ready is what a coordinator looks for.
  const lines = board.lines.toSorted((a, b) => weight(a) - weight(b));
  const phases = board.lines[0]?.phases.map((phase) => phase.name) ?? [];

  return (
    <>
      <Group justify="space-between" align="end">
        <div>
          <Countdown to={board.hHour} now={now} />
          <Text>{t('board.hHour', { at: clock(i18n.language, board.hHour, 'UTC', true) })}</Text>
        </div>
        <Stack gap={4} align="end">
          <Text fw={700} size="lg">{t(`operationStatus.${board.status}`)}</Text>
          {board.order && <Text size="sm">{t('board.order', { number: board.order.number, kind: t(`decision.${board.order.kind}`), name: board.order.by?.name ?? '—', at: time(i18n.language, board.order.at, 'UTC', true) })}</Text>}
          <Text size="xs" c="dimmed">{t('board.age', { count: Math.max(0, Math.round((now - seen) / 1000)) })}</Text>
        </Stack>
      </Group>
      <Table.ScrollContainer minWidth={360}>
        <table className="board">
          <thead>
            <tr>
              <th scope="col">{t('board.site')}</th>
              <th scope="col">{t('board.state')}</th>
              <th scope="col">{t('board.entry')}</th>
              {phases.map((name) => <th key={name} scope="col">{name}</th>)}
              <th scope="col">{t('board.heard')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <th scope="row">{line.number} <Text span size="sm" c="dimmed">{line.site?.agency?.code} {line.site?.place ?? t('board.partner')}</Text></th>
                <td>
                  <span className="state" data-state={line.readiness}><span aria-hidden>{symbols[line.readiness]}</span> {t(`readiness.${line.readiness}`)}</span>
                  <Text size="xs" c="dimmed">{t('board.since', { at: time(i18n.language, line.readinessSince, 'UTC', true) })}</Text>
                </td>
                <td>{line.entry && `${time(i18n.language, line.entry, 'UTC')} UTC`}<Text size="xs" c="dimmed">{line.localEntry?.slice(11, 16)}</Text></td>
                {phases.map((name) => <td key={name}>{line.phases.find((phase) => phase.name === name)?.local?.slice(11, 16) ?? '—'}</td>)}
                <td>
                  {line.acknowledgedAt ? time(i18n.language, line.acknowledgedAt, 'UTC', true)
                    : line.unconfirmedSince ? <strong>{t('board.unconfirmed', { clock: elapsed(now - Date.parse(line.unconfirmedSince)) })}</strong> : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Table.ScrollContainer>
      <Text size="sm">
        {[
          ...board.votes.map((vote) => `${vote.agency?.code}: ${t(`vote.${vote.choice}`)}${vote.counts ? '' : ` (${t('board.stale')})`}`),
          ...(board.awaited.length > 0 ? [t('board.awaited', { agencies: board.awaited.map((agency) => agency?.code).join(', ') })] : []),
        ].join(' · ')}
      </Text>
      <Orders id={id} pin={board.pin} going={board.status === 'GO'} />
    </>
  );
}

/** Go and hold, each in two steps, by a named person on the state that is shown. */
function Orders({ id, pin, going }: { id: string; pin: string; going: boolean }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<{ kind: 'GO' | 'HOLD'; pin: string }>();
  const [reason, setReason] = useState('');
  const go = useAct(Go);
  const hold = useAct(Hold);
  const moved = asked !== undefined && asked.pin !== pin;

  async function confirm() {
    if (!asked) return;
    const done = asked.kind === 'GO' ? await go.act({ operation: id, pin: asked.pin }) : await hold.act({ operation: id, reason });
    if (done) setAsked(undefined);
  }

  function ask(kind: 'GO' | 'HOLD') {
    go.forget();
    hold.forget();
    setAsked({ kind, pin });
  }

  return (
    <Group className="no-print">
      <Button color="green" disabled={going} onClick={() => ask('GO')}>{t('board.go')}</Button>
      <Button color="red" onClick={() => ask('HOLD')}>{t('board.hold')}</Button>
      <Modal opened={asked !== undefined} onClose={() => setAsked(undefined)} title={asked && t(`board.confirm.${asked.kind}`)} closeButtonProps={{ 'aria-label': t('faces.close') }}>
        {moved && <Alert color="yellow" role="alert" mb="sm">{t('board.moved')}</Alert>}
        {asked?.kind === 'HOLD' && <Textarea label={t('board.reason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} autoFocus />}
        <Said outcome={go.outcome ?? hold.outcome} />
        <Group mt="md" justify="end">
          <Button variant="default" onClick={() => setAsked(undefined)}>{t('faces.cancel')}</Button>
          <Button color={asked?.kind === 'GO' ? 'green' : 'red'} disabled={asked?.kind === 'HOLD' ? reason.trim() === '' : moved} onClick={() => void confirm()}>
            {asked && t(`board.do.${asked.kind}`)}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}

function Countdown({ to, now }: { to: string; now: number }) {
  const { t } = useTranslation();
  const left = Date.parse(to) - now;
  const minutes = Math.ceil(left / 60_000);
  const announced = [60, 30, 10, 5, 1].includes(minutes) ? t('board.minutes', { count: minutes }) : '';
  return (
    <>
      <div className="countdown" role="timer" aria-live="off">{left >= 0 ? 'H−' : 'H+'}{elapsed(Math.abs(left))}</div>
      <span className="sr" aria-live="polite">{announced}</span>
    </>
  );
}

const symbols = { READY: '✔', NOT_READY: '✖', AWAITED: '…', WITHDRAWN: '⊘' } as const;

const weight = (line: BoardShownFragment['lines'][number]) =>
  (line.unconfirmedSince ? 0 : 10) + { NOT_READY: 0, AWAITED: 1, WITHDRAWN: 2, READY: 3 }[line.readiness];

function elapsed(milliseconds: number) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map((part) => String(part).padStart(2, '0'));
  const days = Math.floor(seconds / 86_400);
  return days > 0 ? `${days}d ${parts.join(':')}` : parts.join(':');
}
