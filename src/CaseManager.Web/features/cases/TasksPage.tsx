import { Button, Checkbox, Group, Menu, SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import type { TaskLineFragment, TaskProgress } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { OfficerSelect } from '../../records/OfficerSelect';
import { useFresh } from '../../records/useLists';
import { Empty, Faces } from '../../ui/Faces';
import { type Column, Grid } from '../../ui/Grid';
import { useKeys } from '../../ui/keys';
import { usePeek } from '../../ui/Peek';
import { ownZone } from '../../ui/settings';
import { orderBy, useAfter } from '../../ui/sorting';
import { When } from '../../ui/When';
import { cityOf, localIn } from '../../ui/zones';
import { ActModal } from './ActModal';
import { TaskPeek } from './TaskPeek';

const TaskLine = graphql(`
  fragment TaskLine on Task {
    id version title details due dueZone status overdue mandatory blocked outcome
    assignee { id name } assigneeAgency { id code } dependsOn { id title status }
  }
`);
const Tasks = graphql(`
  query CaseTasks($number: String!, $where: TaskFilterInput, $order: [TaskSortInput!], $after: String) {
    point
    caseByNumber(number: $number) { id stage tasks(first: 40, after: $after, where: $where, order: $order) { totalCount pageInfo { hasNextPage endCursor } nodes { id ...TaskLine } } }
  }
`);
const Create = graphql(`mutation CreateTask($input: CreateTaskInput!) { createTask(input: $input) { version errors { ...Trouble } } }`);
const Start = graphql(`mutation StartTask($input: StartTaskInput!) { startTask(input: $input) { version errors { ...Trouble } } }`);
const Complete = graphql(`mutation CompleteTask($input: CompleteTaskInput!) { completeTask(input: $input) { version errors { ...Trouble } } }`);
const Release = graphql(`mutation ReleaseTask($input: ReleaseTaskInput!) { releaseTask(input: $input) { version errors { ...Trouble } } }`);
const Reassign = graphql(`mutation ReassignTask($input: ReassignTaskInput!) { reassignTask(input: $input) { version errors { ...Trouble } } }`);
const Redate = graphql(`mutation RedateTask($input: RedateTaskInput!) { redateTask(input: $input) { version errors { ...Trouble } } }`);
const Cancel = graphql(`mutation CancelTask($input: CancelTaskInput!) { cancelTask(input: $input) { version errors { ...Trouble } } }`);
const Reopen = graphql(`mutation ReopenTask($input: ReopenTaskInput!) { reopenTask(input: $input) { version errors { ...Trouble } } }`);

const which = { open: { status: { in: ['OPEN', 'STARTED'] as TaskProgress[] } }, settled: { status: { in: ['COMPLETED', 'CANCELLED'] as TaskProgress[] } }, all: null };
type Act = 'start' | 'complete' | 'release' | 'reassign' | 'redate' | 'cancel' | 'reopen';
const usual = 'due';
const route = getRouteApi('/cases/$number/tasks');

/** What is to be done in a case, the soonest due first, and what was done. */
export function TasksPage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const search = route.useSearch();
  const { asOf, sort } = search;
  const navigate = route.useNavigate();
  const [shown, setShown] = useState<keyof typeof which>('open');
  const [creating, setCreating] = useState(false);
  const [doing, setDoing] = useState<{ act: Act; task: TaskLineFragment }>();
  const variables = { number, where: which[shown], order: orderBy(sort ?? usual, facts) };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }, ask] = useQuery({ query: Tasks, variables: { ...variables, after } });
  useFresh(['Task'], Tasks, variables, data?.point);
  const file = data?.caseByNumber;
  const writable = !asOf && file?.stage !== 'CLOSED';
  useKeys(writable ? [{ keys: 'n', text: t('tasks.new'), run: () => setCreating(true) }] : []);
  const columns = useMemo<readonly Column<TaskLineFragment>[]>(() => (writable
    ? [...facts, { id: 'acts', head: 'tasks.head.acts', acts: true, cell: (task) => <Acts task={task} act={(act) => setDoing({ act, task })} /> }] : facts), [writable]);
  const again = () => { setCreating(false); setDoing(undefined); ask({ requestPolicy: 'network-only' }); };

  return (
    <>
      <Group justify="space-between">
        <SegmentedControl size="sm" aria-label={t('tasks.which')} value={shown} onChange={(next) => setShown(next as keyof typeof which)} data={(['open', 'settled', 'all'] as const).map((value) => ({ value, label: t(`tasks.show.${value}`) }))} />
        {writable && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)} aria-keyshortcuts="N">{t('tasks.new')}</Button>}
      </Group>
      {asOf && <Text size="sm">{t('tasks.asNow')}</Text>}
      <Faces data={file?.tasks} error={error}>
        {(tasks) => tasks.totalCount === 0 ? <Empty>{t(shown === 'open' ? 'tasks.none' : 'tasks.noneSettled')}</Empty> : (
          <Grid
            list="tasks" name={t('cases.tab.tasks')} columns={columns} rows={(tasks.nodes ?? []).map((node) => read(TaskLine, node))} said={t('tasks.count', { count: tasks.totalCount })}
            order={{ sort, usual, change: (next) => void navigate({ search: { ...search, sort: next }, replace: true }) }} peek={peekOf}
            more={tasks.pageInfo.hasNextPage ? () => more(tasks.pageInfo.endCursor) : undefined}
          />
        )}
      </Faces>
      {creating && file && <NewTask of={file.id} others={(file.tasks?.nodes ?? []).map((node) => read(TaskLine, node))} close={again} />}
      {doing && <Doing {...doing} close={again} />}
    </>
  );
}

const peekOf = ({ id, title }: TaskLineFragment) => ({ id, title, body: <TaskPeek id={id} /> });
const waitsFor = ({ blocked, dependsOn }: TaskLineFragment) => (blocked ? dependsOn : undefined);

const facts: readonly Column<TaskLineFragment>[] = [
  {
    id: 'due', head: 'tasks.head.due', sorts: true, short: true,
    cell: ({ due, dueZone, overdue }, t) => (
      <>
        <span className={overdue ? 'overdue' : undefined}><When at={due} zone={dueZone} />{overdue && <div>{t('tasks.overdue')}</div>}</span>
        <div className="quiet">{cityOf(dueZone)}</div>
      </>
    ),
  },
  {
    id: 'title', head: 'tasks.head.title', name: true, sorts: true, grows: true,
    cell: (task, t) => (
      <>
        <Title task={task} />
        {task.mandatory && <div className="quiet">{t('tasks.mandatory')}</div>}
        {waitsFor(task) && <div className="quiet">{t('tasks.waits', { title: waitsFor(task)!.title })}</div>}
        {task.outcome && <div>{task.outcome}</div>}
      </>
    ),
  },
  { id: 'status', head: 'tasks.head.status', sorts: true, short: true, cell: ({ status }, t) => t(`taskProgress.${status}`) },
  { id: 'assigneeAgency', head: 'tasks.head.assignee', sorts: true, cell: ({ assignee, assigneeAgency }) => <OfficerName of={assignee} agency={assigneeAgency} /> },
];

function Title({ task }: { task: TaskLineFragment }) {
  const { peek } = usePeek();
  return <button type="button" className="link" onClick={() => peek(peekOf(task))}>{task.title}</button>;
}

function Acts({ task, act }: { task: TaskLineFragment; act: (act: Act) => void }) {
  const { t } = useTranslation();
  const acts: Act[] = task.status === 'COMPLETED' || task.status === 'CANCELLED' ? ['reopen']
    : [...(task.status === 'OPEN' && !waitsFor(task) ? ['start' as const] : []), ...(waitsFor(task) ? ['release' as const] : ['complete' as const]), 'reassign', 'redate', 'cancel'];
  return (
    <Menu position="bottom-end">
      <Menu.Target><button type="button" className="dots" aria-label={t('tasks.acts', { title: task.title })}><IconDots size={16} aria-hidden /></button></Menu.Target>
      <Menu.Dropdown>{acts.map((one) => <Menu.Item key={one} onClick={() => act(one)}>{t(`tasks.act.${one}`)}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  );
}

function Doing({ act, task, close }: { act: Act; task: TaskLineFragment; close: () => void }) {
  const { t } = useTranslation();
  const [assignee, setAssignee] = useState('');
  const [due, setDue] = useState(localIn(task.dueZone, task.due).slice(0, 16));
  const seen = { task: task.id, version: task.version };
  const shared = { title: `${t(`tasks.act.${act}`)}: ${task.title}`, action: t(`tasks.act.${act}`), close };
  switch (act) {
    case 'start': return <ActModal {...shared} document={Start} reason="none" input={() => seen} />;
    case 'complete': return <ActModal {...shared} document={Complete} reasonLabel={t('tasks.outcome')} input={(outcome) => ({ ...seen, outcome })} />;
    case 'release': return <ActModal {...shared} document={Release} input={(reason) => ({ ...seen, reason })} />;
    case 'cancel': return <ActModal {...shared} document={Cancel} danger input={(reason) => ({ ...seen, reason })} />;
    case 'reopen': return <ActModal {...shared} document={Reopen} input={(reason) => ({ ...seen, reason })} />;
    case 'reassign': return (
      <ActModal {...shared} document={Reassign} ready={assignee !== ''} input={(reason) => ({ ...seen, assignee, reason })}>
        {(fault) => <OfficerSelect label={t('field.assignee')} value={assignee} onChange={setAssignee} error={fault('assignee')} required />}
      </ActModal>
    );
    case 'redate': return (
      <ActModal {...shared} document={Redate} ready={due !== ''} input={(reason) => ({ ...seen, due: { at: due, zone: task.dueZone }, reason })}>
        {(fault) => <TextInput type="datetime-local" label={t('tasks.due', { zone: cityOf(task.dueZone) })} value={due} onChange={(event) => setDue(event.currentTarget.value)} error={fault('due')} required />}
      </ActModal>
    );
  }
}

function NewTask({ of, others, close }: { of: string; others: readonly TaskLineFragment[]; close: () => void }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [details, setDetails] = useState('');
  const [assignee, setAssignee] = useState('');
  const [due, setDue] = useState('');
  const [dependsOn, setDependsOn] = useState<string | null>(null);
  const [mandatory, setMandatory] = useState(false);
  return (
    <ActModal
      title={t('tasks.new')} action={t('tasks.create')} document={Create} reason="none" ready={title.trim() !== '' && assignee !== '' && due !== ''} close={close}
      input={() => ({ case: of, title, details: details.trim() || undefined, assignee, due: { at: due, zone: ownZone() }, dependsOn: dependsOn ?? undefined, mandatory })}
    >
      {(fault) => (
        <>
          <TextInput label={t('field.title')} required value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={fault('title')} data-autofocus maxLength={200} />
          <OfficerSelect label={t('field.assignee')} required value={assignee} onChange={setAssignee} error={fault('assignee')} />
          <TextInput type="datetime-local" label={t('tasks.due', { zone: cityOf(ownZone()) })} required value={due} onChange={(event) => setDue(event.currentTarget.value)} error={fault('due')} />
          <Textarea label={t('field.details')} autosize minRows={2} value={details} onChange={(event) => setDetails(event.currentTarget.value)} error={fault('details')} />
          {others.length > 0 && <Select label={t('field.dependsOn')} clearable value={dependsOn} onChange={setDependsOn} data={others.map((task) => ({ value: task.id, label: task.title }))} error={fault('dependsOn')} />}
          <Checkbox label={t('tasks.mandatoryLabel')} checked={mandatory} onChange={(event) => setMandatory(event.currentTarget.checked)} />
        </>
      )}
    </ActModal>
  );
}
