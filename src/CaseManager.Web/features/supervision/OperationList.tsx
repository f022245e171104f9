import { Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';
import { type Asked, operationsOf, query } from './asked';
import { Listed } from './Listed';

const Operations = graphql(`
  query SupervisedOperations($where: OperationFilterInput, $after: String) {
    operations(first: 30, after: $after, where: $where, order: [{ hHour: ASC }]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id name hHour status leadAgency { id code } }
    }
  }
`);

export function OperationList({ asked, now }: { asked: Asked; now: Date }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string>();
  const where = operationsOf(asked, now);
  const [{ data, error }] = useQuery({ query: Operations, variables: { where, after } });
  useMarking(data?.operations?.totalCount ? 'AMBER' : null);
  return (
    <Faces data={data?.operations} error={error}>
      {(operations) => (
        <Listed
          page={operations} more={setAfter} query={query('operations', { where }, 'totalCount nodes { name hHour status }')}
          heads={[t('supervision.head.operation'), t('supervision.head.hHour'), t('supervision.by.STATUS'), t('supervision.by.LEAD_AGENCY')]}
        >
          {(operations.nodes ?? []).map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td><LinkTo to="/operations/$id" params={{ id: one.id }} fw={600}>{one.name}</LinkTo></Table.Td>
              <Table.Td><When at={one.hHour} /></Table.Td>
              <Table.Td>{t(`operationStatus.${one.status}`)}</Table.Td>
              <Table.Td>{one.leadAgency?.code}</Table.Td>
            </Table.Tr>
          ))}
        </Listed>
      )}
    </Faces>
  );
}
