import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { LinkTo } from '../../ui/LinkTo';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery, useSubscription } from 'urql';
import { graphql } from '../../gql';
import { Empty, Faces } from '../../ui/Faces';
import { strictest, useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';

const MyDay = graphql(`
  query MyDay {
    inbox(first: 30) {
      totalCount
      nodes {
        kind since due overdue
        case { id number tlp }
        record {
          __typename
          ... on Task { id title }
          ... on Case { id caseTitle: title }
          ... on Exhibit { id exhibitNumber: number description }
          ... on Operation { id operationName: name }
          ... on Site { id place }
        }
      }
    }
  }
`);

const Changed = graphql(`subscription InboxChanged { inboxChanged { __typename } }`);

/** What waits for one, what is overdue first. */
export function MyDayPage() {
  const { t, i18n } = useTranslation();
  const [{ data, error }, ask] = useQuery({ query: MyDay });
  const [told] = useSubscription({ query: Changed });
  useMarking(strictest((data?.inbox?.nodes ?? []).flatMap((item) => (item.case ? [item.case.tlp] : []))));
  useEffect(() => {
    if (told.data) ask({ requestPolicy: 'network-only' });
  }, [told.data, ask]);

  return (
    <Stack>
      <Title order={1} size="h2">{t('nav.myDay')}</Title>
      <Faces data={data?.inbox} error={error}>
        {(inbox) => inbox.totalCount === 0 ? <Empty>{t('myDay.none')}</Empty> : (
          <>
            <Text size="sm" c="dimmed" role="status">{t('myDay.count', { count: inbox.totalCount })}</Text>
            <Table.ScrollContainer minWidth={320}>
              <Table>
                <Table.Thead>
                  <Table.Tr>{(['what', 'about', 'case', 'due'] as const).map((head) => <Table.Th key={head} scope="col">{t(`myDay.head.${head}`)}</Table.Th>)}</Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {(inbox.nodes ?? []).map((item, at) => {
                    const kind = `waits.${item.kind}`;
                    return (
                      <Table.Tr key={at}>
                        <Table.Td>{i18n.exists(kind) ? t(kind as never) : item.kind}</Table.Td>
                        <Table.Td><About record={item.record} /></Table.Td>
                        <Table.Td>{item.case && <LinkTo to="/cases/$number" params={{ number: item.case.number }}>{item.case.number}</LinkTo>}</Table.Td>
                        <Table.Td>{item.due && <When at={item.due} />} {item.overdue && <Badge color="red" size="sm">{t('myDay.overdue')}</Badge>}</Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        )}
      </Faces>
    </Stack>
  );
}

type Record = NonNullable<NonNullable<NonNullable<import('../../gql/graphql').MyDayQuery['inbox']>['nodes']>[number]['record']>;

function About({ record }: { record?: Record | null }) {
  switch (record?.__typename) {
    case 'Task': return <>{record.title}</>;
    case 'Case': return <>{record.caseTitle}</>;
    case 'Exhibit': return <>{record.exhibitNumber}: {record.description}</>;
    case 'Operation': return <LinkTo to="/operations/$id" params={{ id: record.id }}>{record.operationName}</LinkTo>;
    case 'Site': return <>{record.place}</>;
    default: return null;
  }
}
