import { SimpleGrid, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import type { CaseShownFragment } from '../../gql/graphql';
import { useMarked } from '../../records/marking';
import { Faces } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { useLive } from '../../ui/live';
import { ownZone } from '../../ui/settings';
import { date, When } from '../../ui/When';
import { CaseActs } from './CaseActs';
import { EntryLine, type Line } from './entries';
import { happened } from './occurrence';
import { Summary } from './Summary';

const CaseShown = graphql(`
  fragment CaseShown on Case {
    number version title summary stage priority tlp audience nextStages openedAt closedAt outcome
    closureProposedAt closureReason closureOverdue
    marking { ...Marked }
    lead { id name } leadAgency { id code name } openedBy { id name } closedBy { id name } closureProposedBy { id name } taskForce { id code name }
  }
`);

const Overview = graphql(`
  query CaseOverview($number: String!) {
    point
    caseByNumber(number: $number) {
      id ...CaseShown
      exhibits(first: 1) { totalCount }
      tasks(first: 5, where: { status: { in: [OPEN, STARTED] } }) { totalCount nodes { id title due dueZone overdue assignee { id name } } }
      team(first: 6) { totalCount nodes { officer { id name agency { id code } } roles { role } } }
      timeline(first: 5) { totalCount nodes { ...EntryLine } }
    }
    operations(first: 30) { nodes { id name hHour status case { id } } }
  }
`);
const Then = graphql(`
  query CaseOverviewThen($id: ID!, $asOf: DateTime!) {
    case(id: $id, asOf: $asOf) { record: id ...CaseShown timeline(first: 5, asOf: $asOf) { totalCount nodes { ...EntryLine } } }
  }
`);
const Told = graphql(`subscription OverviewChanged($case: ID!, $since: String) { caseChanged(case: $case, since: $since) { id version } }`);
const Written = graphql(`subscription OverviewTimelineChanged($case: ID!, $since: String) { timelineChanged(case: $case, since: $since) { id version } }`);

const route = getRouteApi('/cases/$number');

/** What one wants to know of a case before anything else. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const { asOf } = route.useSearch();
  const [{ data, error }, ask] = useQuery({ query: Overview, variables: { number } });
  const now = data?.caseByNumber;
  const again = () => ask({ requestPolicy: 'network-only' });
  useLive(Told, { case: now?.id ?? '' }, again, now?.id && data?.point);
  useLive(Written, { case: now?.id ?? '' }, again, now?.id && data?.point);
  const [{ data: before }] = useQuery({ query: Then, variables: { id: now?.id ?? '', asOf: asOf ?? '' }, pause: !now?.id || !asOf });
  const lines = useMemo(() => (now?.timeline?.nodes ?? []).map((node) => read(EntryLine, node)), [now]);
  useMarked(useMemo(() => lines.map((line) => line.marking), [lines]));

  if (asOf) {
    return (
      <Faces data={before?.case} error={error}>
        {(then) => (
          <div className="overview">
            <div className="main-part">
              <Part title={t('field.summary')}><Text className="wrap" maw="80ch">{read(CaseShown, then).summary}</Text></Part>
              <LastEntries number={number} lines={(then.timeline?.nodes ?? []).map((node) => read(EntryLine, node))} total={then.timeline?.totalCount ?? 0} asOf={asOf} />
            </div>
            <CaseFacts file={read(CaseShown, then)} />
          </div>
        )}
      </Faces>
    );
  }
  return (
    <Faces data={now} error={error}>
      {(found) => {
        const file = read(CaseShown, found);
        const operations = (data?.operations?.nodes ?? []).filter((operation) => operation.case?.id === found.id);
        return (
          <div className="overview">
            <div className="main-part">
              <Summary id={found.id} summary={file.summary} version={file.version} closed={file.stage === 'CLOSED'} again={again} />
              <LastEntries number={number} lines={lines} total={found.timeline?.totalCount ?? 0} />
              <Part title={t('overview.deadlines')} more={<LinkTo to="/cases/$number/tasks" params={{ number }} size="sm">{t('overview.allTasks', { count: found.tasks?.totalCount ?? 0 })}</LinkTo>}>
                <ul className="rows lined">
                  {(found.tasks?.nodes ?? []).map((task) => (
                    <li key={task.id}>
                      <span className={task.overdue ? 'overdue nowrap' : 'quiet nowrap'}><When at={task.due} zone={task.dueZone} /></span>
                      <span>{task.title} <span className="quiet">· {task.assignee?.name}</span>{task.overdue && <span className="overdue"> · {t('tasks.overdue')}</span>}</span>
                    </li>
                  ))}
                </ul>
                {found.tasks?.totalCount === 0 && <Text size="sm" c="dimmed">{t('overview.noTasks')}</Text>}
              </Part>
            </div>
            <div className="side-part">
              <CaseActs id={found.id} file={file} again={again} />
              <CaseFacts file={file} />
              <SimpleGrid cols={2} spacing="xs">
                <LinkTo to="/cases/$number/evidence" params={{ number }} className="figure"><b>{found.exhibits?.totalCount ?? 0}</b> {t('overview.exhibits', { count: found.exhibits?.totalCount ?? 0 })}</LinkTo>
                <LinkTo to="/cases/$number/timeline" params={{ number }} className="figure"><b>{found.timeline?.totalCount ?? 0}</b> {t('overview.entries', { count: found.timeline?.totalCount ?? 0 })}</LinkTo>
              </SimpleGrid>
              <Part title={t('cases.tab.team')} more={<LinkTo to="/cases/$number/team" params={{ number }} size="sm">{t('overview.team', { count: found.team?.totalCount ?? 0 })}</LinkTo>}>
                <ul className="rows">
                  {(found.team?.nodes ?? []).map((member, at) => (
                    <li key={member.officer?.id ?? at}>{member.officer?.name} <span className="quiet">{member.officer?.agency?.code} · {member.roles.map(({ role }) => t(`role.${role}`)).join(', ')}</span></li>
                  ))}
                </ul>
              </Part>
              {operations.length > 0 && (
                <Part title={t('overview.operations')}>
                  <ul className="rows">
                    {operations.map((one) => <li key={one.id}><LinkTo to="/operations/$id" params={{ id: one.id }}>{one.name}</LinkTo> <span className="quiet">{t(`operationStatus.${one.status}`)} · <When at={one.hHour} zone="UTC" /> UTC</span></li>)}
                  </ul>
                </Part>
              )}
            </div>
          </div>
        );
      }}
    </Faces>
  );
}

function LastEntries({ number, lines, total, asOf }: { number: string; lines: readonly Line[]; total: number; asOf?: string }) {
  const { t, i18n } = useTranslation();
  return (
    <Part title={t('overview.last')} more={<LinkTo to="/cases/$number/timeline" params={{ number }} search={{ asOf }} size="sm">{t('overview.all', { count: total })}</LinkTo>}>
      <ul className="rows lined">
        {lines.map((line) => (
          <li key={line.entry}>
            <span className="quiet nowrap">{date(i18n.language, line.occurredAt, line.occurredZone)}, {happened(t, i18n.language, line)}</span>
            <LinkTo to="/cases/$number/timeline" params={{ number }} search={{ asOf, entry: line.entry }} className="plain" inherit>{line.text.length > 160 ? `${line.text.slice(0, 158)}…` : line.text}</LinkTo>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <Text size="sm" c="dimmed">{t('timeline.none')}</Text>}
    </Part>
  );
}

function Part({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="overview-part" aria-labelledby={id}>
      <div className="part-head"><Title order={2} size="h5" id={id}>{title}</Title>{more}</div>
      {children}
    </section>
  );
}

function CaseFacts({ file }: { file: CaseShownFragment }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('field.stage')}</dt><dd><b>{t(`stage.${file.stage}`)}</b></dd>
      <dt>{t('field.priority')}</dt><dd>{t(`priority.${file.priority}`)}</dd>
      <dt>{t('field.lead')}</dt><dd>{file.lead?.name ?? '—'}</dd>
      <dt>{t('field.leadAgency')}</dt><dd>{file.leadAgency?.code} <span className="quiet">{file.leadAgency?.name}</span></dd>
      {file.taskForce && <><dt>{t('field.taskForce')}</dt><dd>{file.taskForce.code} <span className="quiet">{file.taskForce.name}</span></dd></>}
      <dt>{t('field.audience')}</dt><dd>{t(`audience.${file.audience}`)}</dd>
      <dt>{t('overview.opened')}</dt><dd><When at={file.openedAt} zone={ownZone()} /> <span className="quiet">{file.openedBy?.name}</span></dd>
      {file.closedAt && <><dt>{t('field.closedAt')}</dt><dd><When at={file.closedAt} zone={ownZone()} /> <span className="quiet">{file.closedBy?.name}</span></dd></>}
      {file.outcome && <><dt>{t('field.outcome')}</dt><dd>{t(`closureOutcome.${file.outcome}`)}</dd></>}
    </dl>
  );
}
