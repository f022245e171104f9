import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { LinkTo } from '../../../ui/LinkTo';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { Empty, Faces } from '../../../ui/Faces';
import { useMarking } from '../../../ui/Marking';
import { clock, When } from '../../../ui/When';

const Operations = graphql(`
  query Operations($after: String) {
    operations(first: 10, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id name status hHour leadAgency { id code } partnerSites(first: 25) { nodes { id readiness } } }
    }
  }
`);

/** The operations one takes part in, the next H-hour first in time. */
export function OperationsPage() {
  const { t, i18n } = useTranslation();
  const [after, setAfter] = useState<string>();
  const [{ data, error }] = useQuery({ query: Operations, variables: { after } });
  useMarking(data?.operations?.totalCount ? 'AMBER' : null);
  return (
    <Stack>
      <Title order={1} size="h2">{t('operations.title')}</Title>
      <Faces data={data?.operations} error={error}>
        {(operations) => operations.totalCount === 0 ? <Empty>{t('operations.none')}</Empty> : (
          <>
          <Table.ScrollContainer minWidth={320}>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>{(['name', 'hHour', 'status', 'sites', 'lead'] as const).map((head) => <Table.Th key={head} scope="col">{t(`operations.head.${head}`)}</Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {(operations.nodes ?? []).map((operation) => {
                  const sites = operation.partnerSites?.nodes ?? [];
                  return (
                    <Table.Tr key={operation.id}>
                      <Table.Td><LinkTo to="/operations/$id" params={{ id: operation.id }} fw={600}>{operation.name}</LinkTo></Table.Td>
                      <Table.Td><When at={operation.hHour} /> <Text span size="xs" c="dimmed">{clock(i18n.language, operation.hHour, 'UTC')} UTC</Text></Table.Td>
                      <Table.Td>{t(`operationStatus.${operation.status}`)}</Table.Td>
                      <Table.Td>{t('operations.ready', { ready: sites.filter((site) => site.readiness === 'READY').length, all: sites.length })}</Table.Td>
                      <Table.Td>{operation.leadAgency?.code}</Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {operations.pageInfo.hasNextPage && <Button variant="default" onClick={() => setAfter(operations.pageInfo.endCursor ?? undefined)}>{t('faces.more')}</Button>}
          </>
        )}
      </Faces>
    </Stack>
  );
}
