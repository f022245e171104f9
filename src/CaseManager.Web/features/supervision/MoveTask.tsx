import { Button, Group, Modal, Select, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import type { SupervisedTask } from './TaskList';

const Move = graphql(`mutation MoveTask($input: ReassignTaskInput!) { reassignTask(input: $input) { task { id version } version errors { ...Trouble } } }`);
const Team = graphql(`query TeamOfCase($case: ID!) { case(id: $case) { id team(first: 50) { nodes { officer { id name agency { id code } } roles { role } } } } }`);

/** Gives a task to another officer on the case, and says why. */
export function MoveTask({ of, done }: { of: SupervisedTask; done: (acted: boolean) => void }) {
  const { t } = useTranslation();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [{ data }] = useQuery({ query: Team, variables: { case: of.case?.id ?? '' }, pause: !of.case });
  const { act, outcome, fetching } = useAct(Move);

  async function move(event: FormEvent) {
    event.preventDefault();
    if (to && await act({ task: of.id, assignee: to, reason, version: of.version })) done(true);
  }

  const team = (data?.case?.team?.nodes ?? []).flatMap(({ officer, roles }) => (officer && officer.id !== of.assignee?.id
    ? [{ value: officer.id, label: `${officer.name} (${officer.agency?.code ?? '—'}), ${roles.map(({ role }) => t(`role.${role}`)).join(', ')}` }] : []));
  return (
    <Modal opened onClose={() => done(false)} title={of.title} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={(event) => void move(event)}>
        <Text size="sm" mb="xs">{t('supervision.nowWith', { name: of.assignee?.name ?? '—' })}</Text>
        <Select label={t('supervision.moveTo')} searchable required data={team} value={to} onChange={setTo} data-autofocus error={outcome?.field === 'assignee'} />
        <Textarea label={t('supervision.reason')} required mt="xs" autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={outcome?.field === 'reason'} />
        <Said outcome={outcome} />
        <Group mt="md" justify="end">
          <Button variant="default" onClick={() => done(false)}>{t('faces.cancel')}</Button>
          <Button type="submit" loading={fetching} disabled={!to || reason.trim() === ''}>{t('supervision.move')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
