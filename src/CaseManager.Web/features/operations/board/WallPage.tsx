import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Faces, NotFound } from '../../../ui/Faces';
import { Acknowledged } from './Acknowledged';
import { Countdown, ZoneClock } from './Countdown';
import { cityOf } from '../../../ui/zones';
import { isSilent, standing } from './order';
import { SiteState } from './SiteState';
import { Age, Order, Status } from './Standing';
import { useAge, useBoard, type Board } from './useBoard';
import { Votes } from './Votes';
import '../operations.css';

const route = getRouteApi('/operations/$id/wall');

/** The board for a wall: nothing to act with, and what is old says so in large letters. */
export function WallPage() {
  const { id } = route.useParams();
  const { operation, error, board, at } = useBoard(id);
  useAwake();
  return <Faces data={operation} error={error} empty={<NotFound />}>{({ name }) => board && <Wall name={name} board={board} at={at} />}</Faces>;
}

function Wall({ name, board, at }: { name: string; board: Board; at: number }) {
  const { t } = useTranslation();
  const { stale, age } = useAge(at);
  return (
    <div className="wall" data-stale={stale}>
      {stale && <p className="wall-lost" role="alert">{t('board.age', { count: Math.floor(age / 1000) })}</p>}
      <header>
        <div>
          <h1>{name} <Status of={board.status} /></h1>
          <Countdown to={board.hHour} />
        </div>
        <div className="wall-standing">
          <p className="wall-utc"><ZoneClock zone="UTC" /> UTC</p>
          <Order of={board.order} />
          <Age at={at} />
        </div>
      </header>
      <Votes board={board} />
      <table className="wall-sites">
        <thead className="sr"><tr>{(['site', 'state', 'orderHeard', 'localTime'] as const).map((head) => <th key={head} scope="col">{t(`board.${head}`)}</th>)}</tr></thead>
        <tbody>
          {standing(board.lines).map((line) => (
            <tr key={line.number} data-readiness={line.readiness} data-silent={isSilent(line)}>
              <th scope="row"><span className="number">{line.number}</span> {line.site?.place ?? <span className="quiet">{t('board.partner')}</span>}</th>
              <td><SiteState of={line.readiness} /></td>
              <td>{line.site ? <Acknowledged line={line} order={board.order} /> : '—'}</td>
              <td>{line.site ? <>{cityOf(line.site.zone)} <strong><ZoneClock zone={line.site.zone} /></strong></> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// A wall does not go dark.
function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const hold = () => void navigator.wakeLock?.request('screen').then((held) => (lock = held), () => {});
    const again = () => document.visibilityState === 'visible' && hold();
    hold();
    document.addEventListener('visibilitychange', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
