import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useMarked } from '../../records/marking';
import { WholeMarking } from '../../records/Marks';
import { Faces, NotFound } from '../../ui/Faces';
import { When } from '../../ui/When';
import { cityOf } from '../../ui/zones';
import { ChangeList } from './ChangeList';

const Task = graphql(`
  query TaskInFull($id: ID!) {
    task(id: $id) {
      id version title details due dueZone status overdue mandatory outcome marking { ...Marked }
      assignee { id name } assigneeAgency { id code } createdBy { id name } dependsOn { id title } awaitedBy(first: 10) { nodes { id title } }
      history { ...ChangeShown }
    }
  }
`);

/** One task in full, with all that became of it. */
export function TaskPeek({ id }: { id: string }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({ query: Task, variables: { id } });
  const marking = data?.task?.marking;
  useMarked(useMemo(() => [marking], [marking]));
  return (
    <Faces data={data?.task} error={error} empty={<NotFound />}>
      {(task) => (
        <Stack gap="md">
          <WholeMarking of={task.marking} />
          {task.details && <Text className="wrap">{task.details}</Text>}
          <dl className="facts">
            <dt>{t('field.status')}</dt><dd><b>{t(`taskProgress.${task.status}`)}</b>{task.overdue && <span className="overdue"> · {t('tasks.overdue')}</span>}</dd>
            <dt>{t('field.due')}</dt><dd><When at={task.due} zone={task.dueZone} /> <span className="quiet">{cityOf(task.dueZone)}</span></dd>
            <dt>{t('field.assignee')}</dt><dd>{task.assignee?.name} <span className="quiet">{task.assigneeAgency?.code}</span></dd>
            {task.dependsOn && <><dt>{t('field.dependsOn')}</dt><dd>{task.dependsOn.title}</dd></>}
            {(task.awaitedBy?.nodes ?? []).length > 0 && <><dt>{t('tasks.awaitedBy')}</dt><dd>{task.awaitedBy!.nodes!.map((one) => one.title).join(', ')}</dd></>}
            {task.mandatory && <><dt>{t('field.mandatory')}</dt><dd>{t('changes.true')}</dd></>}
            {task.outcome && <><dt>{t('tasks.outcome')}</dt><dd className="wrap">{task.outcome}</dd></>}
          </dl>
          <section aria-labelledby="task-history">
            <h3 id="task-history" className="part">{t('timeline.history')}</h3>
            <ChangeList changes={task.history} />
          </section>
        </Stack>
      )}
    </Faces>
  );
}
