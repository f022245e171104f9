import { Badge, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisedTasksQuery } from '../../gql/graphql';
import { Faces } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';
import { type Asked, query, tasksOf } from './asked';
import { Listed } from './Listed';
import { MoveTask } from './MoveTask';

const Tasks = graphql(`
  query SupervisedTasks($where: TaskFilterInput, $after: String) {
    tasks(first: 30, after: $after, where: $where) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id version title status due overdue mandatory case { id number title tlp } assignee { id name } assigneeAgency { id code } }
    }
  }
`);

export type SupervisedTask = NonNullable<NonNullable<SupervisedTasksQuery['tasks']>['nodes']>[number];

/** Tasks, the soonest due first; each can be given to somebody else. */
export function TaskList({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string>();
  const [moving, setMoving] = useState<SupervisedTask>();
  const where = tasksOf(asked);
  const [{ data, error }, ask] = useQuery({ query: Tasks, variables: { where, after } });
  useMarking(strictest((data?.tasks?.nodes ?? []).flatMap((one) => one.case?.tlp ?? [])));
  return (
    <Faces data={data?.tasks} error={error}>
      {(tasks) => (
        <>
          <Listed
            page={tasks} more={setAfter} query={query('tasks', { where }, 'totalCount nodes { title status due assignee { name } }')}
            heads={[t('supervision.head.task'), t('supervision.head.case'), t('supervision.by.STATUS'), t('supervision.head.due'), t('supervision.officer'), t('supervision.acts')]}
          >
            {(tasks.nodes ?? []).map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{one.title} {one.mandatory && <Badge size="sm" variant="light">{t('supervision.mandatory')}</Badge>}</Table.Td>
                <Table.Td>{one.case && <LinkTo to="/cases/$number" params={{ number: one.case.number }} className="nowrap">{one.case.number}</LinkTo>}</Table.Td>
                <Table.Td>{t(`taskProgress.${one.status}`)}</Table.Td>
                <Table.Td><When at={one.due} /> {one.overdue && <Badge color="red" size="sm">{t('supervision.late')}</Badge>}</Table.Td>
                <Table.Td>{one.assignee?.name} <Text span size="xs" c="dimmed">{one.assigneeAgency?.code}</Text></Table.Td>
                <Table.Td>{(one.status === 'OPEN' || one.status === 'STARTED') && <Button size="compact-sm" variant="light" className="no-print" onClick={() => setMoving(one)} aria-label={t('supervision.moveOne', { title: one.title })}>{t('supervision.move')}</Button>}</Table.Td>
              </Table.Tr>
            ))}
          </Listed>
          {moving && <MoveTask of={moving} done={(acted) => { setMoving(undefined); if (acted) ask({ requestPolicy: 'network-only' }); }} />}
        </>
      )}
    </Faces>
  );
}
