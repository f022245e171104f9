import { Box } from '@mantine/core';
import { IconArrowsSort, IconStarFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeek } from '../../../ui/Peek';
import { Acknowledged } from './Acknowledged';
import { ZoneClock } from './Countdown';
import { cityOf } from '../../../ui/zones';
import { digits, useNow } from './now';
import { isSilent, standing } from './order';
import { failing } from './Rules';
import { SitePanel } from './SitePanel';
import { SiteState } from './SiteState';
import type { Board, BoardLine } from './useBoard';
import { useHeldOrder } from './useHeldOrder';

/** Sites against phases: those one looks for stand first, and rows do not move under whoever reads them. */
export function SiteRows({ operation, board, past }: { operation: string; board: Board; past?: boolean }) {
  const { t } = useTranslation();
  const { peek } = usePeek();
  const order = useHeldOrder(standing(board.lines), (line) => line.number);
  const table = useRef<HTMLTableElement>(null);
  const phases = board.lines[0]?.phases ?? [];
  const open = (line: BoardLine) => line.site && peek({ id: line.site.id, title: `${line.number} ${line.site.place}`, body: <SitePanel operation={operation} site={line.site.id} /> });

  function walk(event: KeyboardEvent, line: BoardLine) {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step) {
      const rows = [...table.current!.querySelectorAll<HTMLElement>('tbody [data-open]')];
      rows[rows.findIndex((row) => row === event.target) + step]?.focus();
    } else if (event.key === ' ') open(line);
    else return;
    event.preventDefault();
  }

  return (
    <div className="rows">
      <p className="resort" role="status">{order.waits && <><IconArrowsSort size={14} aria-hidden /> {t('board.resort')}</>}</p>
      <Box className="scroll" role="region" aria-label={t('board.sites')} tabIndex={0}>
        <table ref={table} className="board">
          <thead>
            <tr>
              <th scope="col">{t('board.site')}</th>
              <th scope="col">{t('board.state')}</th>
              <th scope="col">{t('board.orderHeard')}</th>
              {phases.map((phase) => (
                <th key={phase.name} scope="col" className="phase" data-entry={phase.minutes === 0}>
                  {phase.name}<span className="offset">{offset(phase.minutes)}</span>
                </th>
              ))}
              <th scope="col" className="next">{t('board.next')}</th>
            </tr>
          </thead>
          <tbody {...order.of}>
            {order.rows.map((line) => (
              <tr key={line.number} data-row={line.number} data-readiness={line.readiness} data-silent={isSilent(line)}>
                <th scope="row">
                  {line.site && past ? <><span className="number">{line.number}</span> {line.site.place}</> : line.site ? (
                    <button type="button" data-open className="site" onClick={() => open(line)} onKeyDown={(event) => walk(event, line)}>
                      <span className="number">{line.number}</span> {line.site.place}
                    </button>
                  ) : <span className="site"><span className="number">{line.number}</span> <span className="quiet">{t('board.partner')}</span></span>}
                  {line.site && (
                    <span className="under">
                      {line.site.agency?.code}
                      {line.site.essential && <span title={t('board.essential')} className="essential"><IconStarFilled size={10} aria-hidden /><span className="sr">{t('board.essential')}</span></span>}
                      <span className="nowrap">{cityOf(line.site.zone)} <ZoneClock zone={line.site.zone} /></span>
                    </span>
                  )}
                </th>
                <td>
                  <SiteState of={line.readiness} />
                  {line.site && <Why line={line} />}
                </td>
                {line.site ? (
                  <>
                    <td><Acknowledged line={line} order={board.order} /></td>
                    <Phases line={line} />
                  </>
                ) : <td colSpan={phases.length + 2} />}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </div>
  );
}

function Why({ line }: { line: BoardLine }) {
  const { t } = useTranslation();
  const unmet = failing(line, useNow()).length;
  return (
    <span className="under">
      {unmet > 0 && <strong className="missing">{t('rules.unmet', { count: unmet })}</strong>}
      {line.site?.reason ?? t('board.since', { at: digits(line.readinessSince, 'UTC') })}
      {line.site?.shift ? <strong>{t('board.shifted', { count: line.site.shift, offset: offset(line.site.shift) })}</strong> : null}
    </span>
  );
}

/** When each phase is planned there, by the clock there where one may know it; what is past is dim, what runs is marked. */
function Phases({ line }: { line: BoardLine }) {
  const { t } = useTranslation();
  const now = useNow();
  const running = line.phases.findLastIndex((phase) => Date.parse(phase.at) <= now);
  const next = line.phases[running + 1];
  const shown = (phase: BoardLine['phases'][number]) => phase.local?.slice(11, 16) ?? digits(phase.at, 'UTC');
  return (
    <>
      {line.phases.map((phase, at) => (
        <td key={phase.name} className="phase" data-entry={phase.minutes === 0} data-now={at === running && running < line.phases.length - 1} data-past={at < running}>
          <time dateTime={phase.at} title={`${digits(phase.at, 'UTC')} UTC`}>{shown(phase)}</time>
          {at === running && running < line.phases.length - 1 && <span className="sr"> {t('board.running')}</span>}
        </td>
      ))}
      <td className="next">{next ? <>{next.name} <strong className="tabular">{shown(next)}</strong></> : <span className="quiet">—</span>}</td>
    </>
  );
}

/** Minutes before or after H-hour as they are said: H−5, H+300. */
export const offset = (minutes: number) => (minutes === 0 ? 'H' : `H${minutes < 0 ? '−' : '+'}${Math.abs(minutes)}`);
