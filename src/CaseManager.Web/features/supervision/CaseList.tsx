import { Badge, Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisedCasesQuery } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { useFresh } from '../../records/useLists';
import { Faces } from '../../ui/Faces';
import { type Column, Grid } from '../../ui/Grid';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, TlpBadge, useMarking } from '../../ui/Marking';
import { orderBy, useAfter } from '../../ui/sorting';
import { When } from '../../ui/When';
import { casesOf, type ListProps, query } from './asked';
import { DecideClosure } from './DecideClosure';
import { QueryButton } from './QueryButton';

const Cases = graphql(`
  query SupervisedCases($where: CaseFilterInput, $order: [CaseSortInput!], $idle: Int, $after: String) {
    point
    me { id }
    cases(first: 30, after: $after, where: $where, inactiveForDays: $idle, order: $order) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id version number title stage priority tlp openedAt changedAt outcome closureProposedAt closureReason closureOverdue
        lead { id name } leadAgency { id code } closureProposedBy { id name }
      }
    }
  }
`);

export type SupervisedCase = NonNullable<NonNullable<SupervisedCasesQuery['cases']>['nodes']>[number];

const facts: readonly Column<SupervisedCase>[] = [
  { id: 'number', head: 'supervision.head.number', name: true, sorts: true, short: true, cell: ({ number }) => <LinkTo to="/cases/$number" params={{ number }} fw={600} tabIndex={-1}>{number}</LinkTo> },
  { id: 'title', head: 'supervision.head.title', sorts: true, grows: true, cell: ({ title, tlp }) => <>{title} <TlpBadge tlp={tlp} /></> },
  { id: 'stage', head: 'supervision.by.STAGE', sorts: true, cell: ({ stage }, t) => t(`stage.${stage}`) },
  { id: 'priority', head: 'supervision.by.PRIORITY', sorts: true, short: true, wide: true, cell: ({ priority }, t) => t(`priority.${priority}`) },
  { id: 'leadAgency', head: 'supervision.head.lead', sorts: true, cell: ({ lead, leadAgency }) => <OfficerName of={lead} agency={leadAgency} /> },
  { id: 'openedAt', head: 'supervision.head.opened', sorts: true, spare: true, short: true, unsaid: true, cell: ({ openedAt }) => <When at={openedAt} /> },
  { id: 'changedAt', head: 'supervision.head.activity', sorts: true, short: true, unsaid: true, cell: ({ changedAt }) => <When at={changedAt} /> },
];
const quietFirst = [{ lastActivityAt: 'ASC' as const }];

/** Cases, those quiet longest first; where a closure waits, it is decided here. */
export function CaseList({ asked, now, sort, change }: ListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [deciding, setDeciding] = useState<SupervisedCase>();
  const where = casesOf(asked, now);
  const variables = { where, idle: asked.idle ?? null, order: orderBy(sort, facts) ?? quietFirst };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }, ask] = useQuery({ query: Cases, variables: { ...variables, after } });
  useFresh(['Case'], Cases, variables, data?.point);
  useMarking(strictest((data?.cases?.nodes ?? []).map((one) => one.tlp)));
  const me = data?.me?.id;
  const columns = useMemo<readonly Column<SupervisedCase>[]>(() => [...facts, {
    id: 'closureProposedAt', head: 'supervision.head.closure', sorts: true, cell: (one, t) => (
      <>
        {one.outcome && t(`closureOutcome.${one.outcome}`)}
        {one.closureProposedAt && (
          <>
            <Text size="xs">{t('supervision.proposed', { name: one.closureProposedBy?.name ?? '—' })} · <When at={one.closureProposedAt} /> {one.closureOverdue && <Badge color="red" size="sm">{t('supervision.late')}</Badge>}</Text>
            <Button size="compact-sm" mt={4} variant="light" className="no-print" onClick={() => setDeciding(one)} disabled={one.closureProposedBy?.id === me}>{t('supervision.decide')}</Button>
          </>
        )}
      </>
    ),
  }], [me]);
  return (
    <Faces data={data?.cases} error={error}>
      {({ totalCount, nodes, pageInfo }) => (
        <>
          <Grid
            list="supervision.cases" name={t('supervision.cases')} columns={columns} rows={nodes ?? []} said={t('supervision.rows', { count: totalCount })} order={{ sort, change }}
            beside={<QueryButton query={query('cases', { inactiveForDays: asked.idle, where }, 'totalCount nodes { number title stage }')} of={t('supervision.list')} />}
            open={({ number }) => void navigate({ to: '/cases/$number', params: { number } })} more={pageInfo.hasNextPage ? () => more(pageInfo.endCursor) : undefined}
          />
          {deciding && <DecideClosure of={deciding} done={(acted) => { setDeciding(undefined); if (acted) ask({ requestPolicy: 'network-only' }); }} />}
        </>
      )}
    </Faces>
  );
}
