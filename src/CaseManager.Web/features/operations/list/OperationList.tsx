import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { OperationFilterInput, OperationsQuery } from '../../../gql/graphql';
import { useFresh } from '../../../records/useLists';
import { Empty, Faces } from '../../../ui/Faces';
import { type Column, Grid } from '../../../ui/Grid';
import { LinkTo } from '../../../ui/LinkTo';
import { useMarking } from '../../../ui/Marking';
import { orderBy, useAfter } from '../../../ui/sorting';
import { When } from '../../../ui/When';
import { digits } from '../board/now';
import { Status } from '../board/Standing';

const Operations = graphql(`
  query Operations($after: String, $where: OperationFilterInput, $order: [OperationSortInput!]) {
    point
    operations(first: 10, after: $after, where: $where, order: $order) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name status hHour leadAgency { id code } partnerSites(first: 25) { nodes { id readiness } } }
    }
  }
`);

const usual = '-hHour';
const columns: readonly Column<NonNullable<NonNullable<OperationsQuery['operations']>['nodes']>[number]>[] = [
  { id: 'name', head: 'operations.head.name', name: true, sorts: true, grows: true, cell: ({ id, name }) => <LinkTo to="/operations/$id/board" params={{ id }} fw={600} tabIndex={-1}>{name}</LinkTo> },
  { id: 'hHour', head: 'operations.head.hHour', sorts: true, short: true, cell: ({ hHour }) => <><When at={hHour} /> <span className="quiet">{digits(hHour, 'UTC')} UTC</span></> },
  { id: 'status', head: 'operations.head.status', sorts: true, short: true, cell: ({ status }) => <Status of={status} /> },
  {
    id: 'sites', head: 'operations.head.sites', short: true,
    cell: ({ partnerSites }, t) => {
      const sites = (partnerSites?.nodes ?? []).filter((site) => site.readiness !== 'WITHDRAWN');
      return t('operations.ready', { ready: sites.filter((site) => site.readiness === 'READY').length, all: sites.length });
    },
  },
  { id: 'leadAgency', head: 'operations.head.lead', sorts: true, short: true, unsaid: true, cell: ({ leadAgency }) => leadAgency?.code },
];

/** The latest H-hour first, or as the address says. */
export function OperationList({ where, filtered, sort, change }: { where: OperationFilterInput[]; filtered: boolean; sort?: string; change: (sort?: string) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const variables = { where: filtered ? { and: where } : null, order: orderBy(sort ?? usual, columns) };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }] = useQuery({ query: Operations, variables: { ...variables, after } });
  useFresh(['Operation', 'Site'], Operations, variables, data?.point);
  useMarking(data?.operations?.totalCount ? 'AMBER' : null);
  return (
    <Faces data={data?.operations} error={error}>
      {({ totalCount, nodes, pageInfo }) => totalCount === 0 ? <Empty>{t(filtered ? 'operations.noMatch' : 'operations.none')}</Empty> : (
        <Grid
          list="operations" name={t('operations.title')} columns={columns} rows={nodes ?? []} said={t('operations.count', { count: totalCount })} order={{ sort, usual, change }}
          open={({ id }) => void navigate({ to: '/operations/$id/board', params: { id } })} more={pageInfo.hasNextPage ? () => more(pageInfo.endCursor) : undefined}
        />
      )}
    </Faces>
  );
}
