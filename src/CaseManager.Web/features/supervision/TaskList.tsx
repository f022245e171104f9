import { Badge, Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisedTasksQuery } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { useFresh } from '../../records/useLists';
import { Faces } from '../../ui/Faces';
import { type Column, Grid } from '../../ui/Grid';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, useMarking } from '../../ui/Marking';
import { orderBy, useAfter } from '../../ui/sorting';
import { When } from '../../ui/When';
import { type ListProps, query, tasksOf } from './asked';
import { MoveTask } from './MoveTask';
import { QueryButton } from './QueryButton';

const Tasks = graphql(`
  query SupervisedTasks($where: TaskFilterInput, $order: [TaskSortInput!], $after: String) {
    point
    tasks(first: 30, after: $after, where: $where, order: $order) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id version title status due overdue mandatory case { id number title tlp } assignee { id name } assigneeAgency { id code } }
    }
  }
`);

export type SupervisedTask = NonNullable<NonNullable<SupervisedTasksQuery['tasks']>['nodes']>[number];

const usual = 'due';
const facts: readonly Column<SupervisedTask>[] = [
  { id: 'title', head: 'supervision.head.task', name: true, sorts: true, grows: true, cell: ({ title, mandatory }, t) => <>{title} {mandatory && <Badge size="sm" variant="light">{t('supervision.mandatory')}</Badge>}</> },
  { id: 'case', head: 'supervision.head.case', short: true, cell: ({ case: file }) => file && <LinkTo to="/cases/$number" params={{ number: file.number }}>{file.number}</LinkTo> },
  { id: 'status', head: 'supervision.by.STATUS', sorts: true, short: true, cell: ({ status }, t) => t(`taskProgress.${status}`) },
  { id: 'due', head: 'supervision.head.due', sorts: true, short: true, unsaid: true, cell: ({ due, overdue }, t) => <><When at={due} /> {overdue && <Badge color="red" size="sm">{t('supervision.late')}</Badge>}</> },
  { id: 'assigneeAgency', head: 'supervision.officer', sorts: true, cell: ({ assignee, assigneeAgency }) => <OfficerName of={assignee} agency={assigneeAgency} /> },
];

/** Tasks, the soonest due first; each can be given to somebody else. */
export function TaskList({ asked, sort, change }: ListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [moving, setMoving] = useState<SupervisedTask>();
  const where = tasksOf(asked);
  const variables = { where, order: orderBy(sort ?? usual, facts) };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }, ask] = useQuery({ query: Tasks, variables: { ...variables, after } });
  useFresh(['Task'], Tasks, variables, data?.point);
  useMarking(strictest((data?.tasks?.nodes ?? []).flatMap((one) => one.case?.tlp ?? [])));
  const columns = useMemo<readonly Column<SupervisedTask>[]>(() => [...facts, {
    id: 'acts', head: 'supervision.acts', acts: true, cell: (one, t) => (one.status === 'OPEN' || one.status === 'STARTED')
      && <Button size="compact-sm" variant="light" onClick={() => setMoving(one)} aria-label={t('supervision.moveOne', { title: one.title })}>{t('supervision.move')}</Button>,
  }], []);
  return (
    <Faces data={data?.tasks} error={error}>
      {({ totalCount, nodes, pageInfo }) => (
        <>
          <Grid
            list="supervision.tasks" name={t('supervision.tasks')} columns={columns} rows={nodes ?? []} said={t('supervision.rows', { count: totalCount })} order={{ sort, usual, change }}
            beside={<QueryButton query={query('tasks', { where }, 'totalCount nodes { title status due assignee { name } }')} of={t('supervision.list')} />}
            open={({ case: file }) => file && void navigate({ to: '/cases/$number/tasks', params: { number: file.number } })} more={pageInfo.hasNextPage ? () => more(pageInfo.endCursor) : undefined}
          />
          {moving && <MoveTask of={moving} done={(acted) => { setMoving(undefined); if (acted) ask({ requestPolicy: 'network-only' }); }} />}
        </>
      )}
    </Faces>
  );
}
