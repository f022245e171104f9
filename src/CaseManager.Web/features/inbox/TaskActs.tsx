import { Button, Group, Popover, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import type { TaskProgress } from '../../gql/graphql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';

const Start = graphql(`mutation StartMyTask($input: StartTaskInput!) { startTask(input: $input) { task { id version status startedAt } errors { ...Trouble } } }`);
const Complete = graphql(`
  mutation CompleteMyTask($input: CompleteTaskInput!) { completeTask(input: $input) { task { id version status outcome } errors { ...Trouble } } }
`);

/** Begins a task and completes it, without leaving the list. */
export function TaskActs({ id, version, status, title, done }: { id: string; version: number; status: TaskProgress; title: string; done: () => void }) {
  const { t } = useTranslation();
  const start = useAct(Start);
  const complete = useAct(Complete);
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState('');

  async function finish() {
    if (!(await complete.act({ task: id, version, outcome }))) return;
    setOpen(false);
    done();
  }

  return (
    <Stack gap={4} align="end">
      <Group gap={6} wrap="nowrap">
        {status === 'OPEN' && (
          <Button variant="default" size="xs" loading={start.fetching} aria-label={t('myDay.task.startNamed', { title })} onClick={() => void start.act({ task: id, version }).then((said) => said && done())}>{t('myDay.task.start')}</Button>
        )}
        <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus withArrow>
          <Popover.Target>
            <Button variant="light" size="xs" aria-label={t('myDay.task.completeNamed', { title })} onClick={() => setOpen(!open)}>{t('myDay.task.complete')}…</Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('myDay.task.completeNamed', { title })}>
            <form onSubmit={(event) => { event.preventDefault(); void finish(); }}>
              <Textarea label={t('myDay.task.outcome')} required autosize minRows={2} data-autofocus value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)} />
              <Said outcome={complete.outcome} />
              <Group justify="end" mt="sm"><Button type="submit" size="xs" loading={complete.fetching} disabled={outcome.trim() === ''}>{t('myDay.task.complete')}</Button></Group>
            </form>
          </Popover.Dropdown>
        </Popover>
      </Group>
      <Said outcome={start.outcome} />
    </Stack>
  );
}
