import { Badge } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisedExhibitsQuery } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { RecordLink } from '../../records/RecordLink';
import { useFresh } from '../../records/useLists';
import { Faces } from '../../ui/Faces';
import { type Column, Grid } from '../../ui/Grid';
import { strictest, TlpBadge, useMarking } from '../../ui/Marking';
import { orderBy, useAfter } from '../../ui/sorting';
import { When } from '../../ui/When';
import { exhibitsOf, type ListProps, query } from './asked';
import { QueryButton } from './QueryButton';

const Exhibits = graphql(`
  query SupervisedExhibits($where: ExhibitFilterInput, $order: [ExhibitSortInput!], $hours: Int, $after: String) {
    point
    exhibits(first: 30, after: $after, where: $where, order: $order, inTransitForHours: $hours) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id tlp kind status overdue due heldSince inTransitSince holder { id name } holderAgency { id code } offeredTo { id name } ...RecordNamed }
    }
  }
`);

const columns: readonly Column<NonNullable<NonNullable<SupervisedExhibitsQuery['exhibits']>['nodes']>[number]>[] = [
  { id: 'number', head: 'supervision.head.exhibit', name: true, sorts: true, grows: true, cell: (one) => <><RecordLink of={one} /> <TlpBadge tlp={one.tlp} /></> },
  { id: 'kind', head: 'supervision.by.KIND', sorts: true, short: true, cell: ({ kind }, t) => t(`exhibitKind.${kind}`) },
  { id: 'status', head: 'supervision.by.STATUS', sorts: true, short: true, cell: ({ status, overdue }, t) => <>{t(`exhibitStatus.${status}`)} {overdue && <Badge color="red" size="sm">{t('supervision.late')}</Badge>}</> },
  {
    id: 'holderAgency', head: 'supervision.head.holder', sorts: true,
    cell: ({ holder, holderAgency, offeredTo }) => <><OfficerName of={holder} agency={holderAgency} />{offeredTo && <div className="quiet">→ {offeredTo.name}</div>}</>,
  },
  { id: 'since', head: 'supervision.head.since', short: true, unsaid: true, cell: ({ inTransitSince, heldSince }) => <When at={inTransitSince ?? heldSince} /> },
];

export function ExhibitList({ asked, now, sort, change }: ListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const where = exhibitsOf(asked, now);
  const variables = { where, hours: asked.transit ?? null, order: orderBy(sort, columns) };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }] = useQuery({ query: Exhibits, variables: { ...variables, after } });
  useFresh(['Exhibit'], Exhibits, variables, data?.point);
  useMarking(strictest((data?.exhibits?.nodes ?? []).map((one) => one.tlp)));
  return (
    <Faces data={data?.exhibits} error={error}>
      {({ totalCount, nodes, pageInfo }) => (
        <Grid
          list="supervision.exhibits" name={t('supervision.exhibits')} columns={columns} rows={nodes ?? []} said={t('supervision.rows', { count: totalCount })} order={{ sort, change }}
          beside={<QueryButton query={query('exhibits', { inTransitForHours: asked.transit, where }, 'totalCount nodes { number description status }')} of={t('supervision.list')} />}
          open={({ id }) => void navigate({ to: '/exhibits/$id', params: { id } })} more={pageInfo.hasNextPage ? () => more(pageInfo.endCursor) : undefined}
        />
      )}
    </Faces>
  );
}
