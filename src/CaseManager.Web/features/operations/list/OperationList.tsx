import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { OperationFilterInput } from '../../../gql/graphql';
import { Empty, Faces } from '../../../ui/Faces';
import { LinkTo } from '../../../ui/LinkTo';
import { useMarking } from '../../../ui/Marking';
import { When } from '../../../ui/When';
import { digits } from '../board/now';
import { Status } from '../board/Standing';

const Operations = graphql(`
  query Operations($after: String, $where: OperationFilterInput) {
    operations(first: 10, after: $after, where: $where) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name status hHour leadAgency { id code } partnerSites(first: 25) { nodes { id readiness } } }
    }
  }
`);

/** The next H-hour first in time. */
export function OperationList({ where, filtered }: { where: OperationFilterInput[]; filtered: boolean }) {
  const { t } = useTranslation();
  const said = JSON.stringify(where);
  const [page, setPage] = useState<{ of: string; after?: string }>({ of: said });
  const after = page.of === said ? page.after : undefined;
  const [{ data, error }] = useQuery({ query: Operations, variables: { after, where: filtered ? { and: where } : null } });
  useMarking(data?.operations?.totalCount ? 'AMBER' : null);
  return (
    <Faces data={data?.operations} error={error}>
      {(operations) => operations.totalCount === 0 ? <Empty>{t(filtered ? 'operations.noMatch' : 'operations.none')}</Empty> : (
        <>
          <Text size="sm" c="dimmed" role="status">{t('operations.count', { count: operations.totalCount })}</Text>
          <Table.ScrollContainer minWidth={320} type="native">
            <Table highlightOnHover className="tabular list">
              <Table.Thead>
                <Table.Tr>{(['name', 'hHour', 'status', 'sites', 'lead'] as const).map((head) => <Table.Th key={head} scope="col">{t(`operations.head.${head}`)}</Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {(operations.nodes ?? []).map((operation) => {
                  const sites = (operation.partnerSites?.nodes ?? []).filter((site) => site.readiness !== 'WITHDRAWN');
                  return (
                    <Table.Tr key={operation.id}>
                      <Table.Td><LinkTo to="/operations/$id/board" params={{ id: operation.id }} fw={600}>{operation.name}</LinkTo></Table.Td>
                      <Table.Td><When at={operation.hHour} /> <Text span size="xs" c="dimmed" className="nowrap">{digits(operation.hHour, 'UTC')} UTC</Text></Table.Td>
                      <Table.Td><Status of={operation.status} /></Table.Td>
                      <Table.Td>{t('operations.ready', { ready: sites.filter((site) => site.readiness === 'READY').length, all: sites.length })}</Table.Td>
                      <Table.Td>{operation.leadAgency?.code}</Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {operations.pageInfo.hasNextPage && <Button variant="default" onClick={() => setPage({ of: said, after: operations.pageInfo.endCursor ?? undefined })} className="start">{t('faces.more')}</Button>}
        </>
      )}
    </Faces>
  );
}
