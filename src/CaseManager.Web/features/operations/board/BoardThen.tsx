import { Alert, Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { useMarked } from '../../../records/marking';
import { Empty, Faces } from '../../../ui/Faces';
import { ownZone } from '../../../ui/settings';
import { clock } from '../../../ui/When';
import { localIn, momentIn } from '../../../ui/zones';
import { Countdown } from './Countdown';
import { StandStill } from './now';
import { SiteRows } from './SiteRows';
import { Order, Status } from './Standing';
import { Votes } from './Votes';

// Without ids on purpose: what was stands beside what is, and must not be taken for it by the cache.
const Then = graphql(`
  query BoardThen($id: ID!, $asOf: DateTime!) {
    operation(id: $id, asOf: $asOf) {
      record: id marking { ...Marked }
      board(asOf: $asOf) {
        pin status hHour
        order { number kind at reason cause site by { id name agency { id code } } quorum { id code } }
        lines {
          number readiness readinessSince entry localEntry acknowledgedAt unconfirmedSince
          site {
            record: id number place zone essential shift reason risks readiness readinessSince version address coordinates { latitude longitude } marking { ...Marked }
            agency { id code } commander { id name }
            authority { reference from until dailyFrom dailyUntil }
          }
          phases { name minutes at local }
          rules { rule standing why since until minutes count check { passed at count detail by { id name } } }
        }
        votes { choice counts reason at agency { id code } by { id name } }
        awaited { id code }
      }
    }
  }
`);

/** The board as it was recorded at a moment, as far as one could read it then and may read it now. Its clocks stand still, and nothing is done from it. */
export function BoardThen({ id, asOf }: { id: string; asOf: string }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [{ data, error }] = useQuery({ query: Then, variables: { id, asOf } });
  const shown = data?.operation?.board;
  const board = useMemo(() => shown && { ...shown, lines: shown.lines.map((one) => ({ ...one, site: one.site && { ...one.site, id: one.site.record } })) }, [shown]);
  const marking = data?.operation?.marking;
  useMarked(useMemo(() => [marking, ...(board?.lines ?? []).map((one) => one.site?.marking)], [marking, board]));

  return (
    <div className="board-page">
      <Alert color="yellow" role="status" title={t('board.asRecorded', { at: clock(i18n.language, asOf, undefined, true) })}>
        <Button size="compact-sm" variant="default" onClick={() => void navigate({ to: '/operations/$id/board', params: { id }, search: {} })}>{t('board.toNow')}</Button>
      </Alert>
      <PickThen id={id} asOf={asOf} />
      <Faces data={data && (board ?? null)} error={error} empty={data && <Empty>{t('board.notThen')}</Empty>}>
        {(was) => (
          <StandStill value={Date.parse(asOf)}>
            <header className="board-head">
              <Countdown to={was.hHour} />
              <div className="standing"><Status of={was.status} /><Order of={was.order} /></div>
            </header>
            <Votes board={was} />
            {was.lines.length === 0 ? <Empty>{t('board.noSites')}</Empty> : <SiteRows operation={id} board={was} past />}
          </StandStill>
        )}
      </Faces>
    </div>
  );
}

/** Chooses the moment, by the clock of the place one works at. */
export function PickThen({ id, asOf }: { id: string; asOf?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <TextInput
      type="datetime-local" step={1} label={t('board.asOf', { zone: ownZone() })} value={asOf ? localIn(ownZone(), asOf).slice(0, 19) : ''} className="no-print pick-then"
      onChange={({ currentTarget: { value } }) => void navigate({
        to: '/operations/$id/board', params: { id }, search: value ? { asOf: momentIn(ownZone(), value).toISOString() } : {}, replace: true,
      })}
    />
  );
}
