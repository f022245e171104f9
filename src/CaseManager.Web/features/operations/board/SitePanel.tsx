import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useMarked } from '../../../records/marking';
import { WholeMarking } from '../../../records/Marks';
import { Loading } from '../../../ui/Faces';
import { localeOf } from '../../../ui/language';
import { LinkTo } from '../../../ui/LinkTo';
import { clock } from '../../../ui/When';
import { Acknowledged } from './Acknowledged';
import { ZoneClock } from './Countdown';
import { cityOf } from '../../../ui/zones';
import { digits } from './now';
import { SiteActs } from './SiteActs';
import { Risks } from './Risks';
import { Rules } from './Rules';
import { offset } from './SiteRows';
import { SiteState } from './SiteState';
import { OperationOfBoard, readBoard, type BoardLine } from './useBoard';
import { usePart, type Part } from './usePart';

/** A site beside the board: what is known of it, and what one may do there. It follows the board that is open. */
export function SitePanel({ operation, site }: { operation: string; site: string }) {
  const [{ data }] = useQuery({ query: OperationOfBoard, variables: { id: operation }, requestPolicy: 'cache-only' });
  const part = usePart(operation);
  const board = data?.operation?.board && readBoard(data.operation.board);
  const line = board?.lines.find((one) => one.site?.id === site);
  const marking = line?.site?.marking;
  useMarked(useMemo(() => [marking], [marking]));
  if (!board || !line?.site) return <Loading />;
  return (
    <>
      <SiteFacts line={line} order={board.order} part={part} />
      <SiteActs line={line} board={board} part={part} />
      <Text size="sm" mt="lg">
        <LinkTo to="/operations/$id/site/$site" params={{ id: operation, site }}><PageName /></LinkTo>
      </Text>
    </>
  );
}

function PageName() {
  const { t } = useTranslation();
  return <>{t('site.page')}</>;
}

export function SiteFacts({ line, order, part }: { line: BoardLine; order: ReturnType<typeof readBoard>['order']; part: Part }) {
  const { t, i18n } = useTranslation();
  const site = line.site!;
  return (
    <dl className="facts">
      <dt>{t('site.marking')}</dt>
      <dd><WholeMarking of={site.marking} /></dd>
      <dt>{t('board.state')}</dt>
      <dd><SiteState of={line.readiness} /><span className="under">{site.reason ?? t('board.since', { at: clock(i18n.language, line.readinessSince, 'UTC') })}</span></dd>
      <dt>{t('rules.risks')}</dt>
      <dd><Risks site={site} may={part.reports && (part.commands || site.agency?.code === part.agency)} /></dd>
      <dt>{t('rules.title')}</dt>
      <dd><Rules line={line} reports={part.reports && site.agency?.code === part.agency} /></dd>
      <dt>{t('board.orderHeard')}</dt>
      <dd><Acknowledged line={line} order={order} /></dd>
      <dt>{t('site.entry')}</dt>
      <dd>
        {line.entry && clock(i18n.language, line.entry, site.zone)} {cityOf(site.zone)}{site.shift !== 0 && <strong> {offset(site.shift)}</strong>}
        <span className="under">{line.entry && `${digits(line.entry, 'UTC')} UTC`}</span>
      </dd>
      <dt>{t('site.there')}</dt>
      <dd><ZoneClock zone={site.zone} /></dd>
      <dt>{t('site.commander')}</dt>
      <dd>{site.commander?.name ?? '—'} {site.agency && `(${site.agency.code})`}</dd>
      <dt>{t('site.authority')}</dt>
      <dd><Authority of={site} /></dd>
      <dt>{t('site.essential')}</dt>
      <dd>{t(site.essential ? 'site.yes' : 'site.no')}</dd>
    </dl>
  );
}

/** Under what a site is entered, from when until when, by the clock there. */
export function Authority({ of }: { of: { zone: string; authority?: NonNullable<BoardLine['site']>['authority'] } }) {
  const { t, i18n } = useTranslation();
  if (!of.authority) return <strong className="missing">{t('site.noAuthority')}</strong>;
  const { reference, from, until, dailyFrom, dailyUntil } = of.authority;
  return (
    <>
      {reference}
      <span className="under">
        {new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: of.zone }).formatRange(new Date(from), new Date(until))}
      </span>
      {dailyFrom && dailyUntil && <span className="under">{t('site.daily', { from: dailyFrom.slice(0, 5), until: dailyUntil.slice(0, 5) })}</span>}
    </>
  );
}
