import { Badge, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { RecordLink } from '../../records/RecordLink';
import { Faces } from '../../ui/Faces';
import { strictest, TlpBadge, useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';
import { type Asked, exhibitsOf, query } from './asked';
import { Listed } from './Listed';

const Exhibits = graphql(`
  query SupervisedExhibits($where: ExhibitFilterInput, $hours: Int, $after: String) {
    exhibits(first: 30, after: $after, where: $where, inTransitForHours: $hours) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id tlp kind status overdue due heldSince inTransitSince holder { id name } holderAgency { id code } offeredTo { id name } ...RecordNamed }
    }
  }
`);

export function ExhibitList({ asked, now }: { asked: Asked; now: Date }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string>();
  const where = exhibitsOf(asked, now);
  const [{ data, error }] = useQuery({ query: Exhibits, variables: { where, hours: asked.transit ?? null, after } });
  useMarking(strictest((data?.exhibits?.nodes ?? []).map((one) => one.tlp)));
  return (
    <Faces data={data?.exhibits} error={error}>
      {(exhibits) => (
        <Listed
          page={exhibits} more={setAfter} query={query('exhibits', { inTransitForHours: asked.transit, where }, 'totalCount nodes { number description status }')}
          heads={[t('supervision.head.exhibit'), t('supervision.by.KIND'), t('supervision.by.STATUS'), t('supervision.head.holder'), t('supervision.head.since')]}
        >
          {(exhibits.nodes ?? []).map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td><RecordLink of={one} /> <TlpBadge tlp={one.tlp} /></Table.Td>
              <Table.Td>{t(`exhibitKind.${one.kind}`)}</Table.Td>
              <Table.Td>{t(`exhibitStatus.${one.status}`)} {one.overdue && <Badge color="red" size="sm">{t('supervision.late')}</Badge>}</Table.Td>
              <Table.Td>{one.holder?.name} <Text span size="xs" c="dimmed">{one.holderAgency?.code}</Text>{one.offeredTo && <Text size="xs">→ {one.offeredTo.name}</Text>}</Table.Td>
              <Table.Td><When at={one.inTransitSince ?? one.heldSince} /></Table.Td>
            </Table.Tr>
          ))}
        </Listed>
      )}
    </Faces>
  );
}
