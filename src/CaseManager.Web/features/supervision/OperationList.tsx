import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisedOperationsQuery } from '../../gql/graphql';
import { useFresh } from '../../records/useLists';
import { Faces } from '../../ui/Faces';
import { type Column, Grid } from '../../ui/Grid';
import { LinkTo } from '../../ui/LinkTo';
import { useMarking } from '../../ui/Marking';
import { orderBy, useAfter } from '../../ui/sorting';
import { When } from '../../ui/When';
import { type ListProps, operationsOf, query } from './asked';
import { QueryButton } from './QueryButton';

const Operations = graphql(`
  query SupervisedOperations($where: OperationFilterInput, $order: [OperationSortInput!], $after: String) {
    point
    operations(first: 30, after: $after, where: $where, order: $order) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id name hHour status leadAgency { id code } }
    }
  }
`);

const usual = 'hHour';
const columns: readonly Column<NonNullable<NonNullable<SupervisedOperationsQuery['operations']>['nodes']>[number]>[] = [
  { id: 'name', head: 'supervision.head.operation', name: true, sorts: true, grows: true, cell: ({ id, name }) => <LinkTo to="/operations/$id" params={{ id }} fw={600} tabIndex={-1}>{name}</LinkTo> },
  { id: 'hHour', head: 'supervision.head.hHour', sorts: true, short: true, unsaid: true, cell: ({ hHour }) => <When at={hHour} /> },
  { id: 'status', head: 'supervision.by.STATUS', sorts: true, short: true, cell: ({ status }, t) => t(`operationStatus.${status}`) },
  { id: 'leadAgency', head: 'supervision.by.LEAD_AGENCY', sorts: true, unsaid: true, cell: ({ leadAgency }) => leadAgency?.code },
];

export function OperationList({ asked, now, sort, change }: ListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const where = operationsOf(asked, now);
  const variables = { where, order: orderBy(sort ?? usual, columns) };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }] = useQuery({ query: Operations, variables: { ...variables, after } });
  useFresh(['Operation'], Operations, variables, data?.point);
  useMarking(data?.operations?.totalCount ? 'AMBER' : null);
  return (
    <Faces data={data?.operations} error={error}>
      {({ totalCount, nodes, pageInfo }) => (
        <Grid
          list="supervision.operations" name={t('supervision.operations')} columns={columns} rows={nodes ?? []} said={t('supervision.rows', { count: totalCount })} order={{ sort, usual, change }}
          beside={<QueryButton query={query('operations', { where }, 'totalCount nodes { name hHour status }')} of={t('supervision.list')} />}
          open={({ id }) => void navigate({ to: '/operations/$id', params: { id } })} more={pageInfo.hasNextPage ? () => more(pageInfo.endCursor) : undefined}
        />
      )}
    </Faces>
  );
}
