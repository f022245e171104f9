import { Button, Group, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { Role } from '../../gql/graphql';
import { ActForm } from '../../records/ActForm';
import { useAct } from '../../records/useAct';
import { When } from '../../ui/When';
import type { Force } from './TaskForces';

const Members = graphql(`
  query ForceMembers($id: ID!) {
    taskForce(id: $id) { id members(first: 50) { totalCount nodes { id officer { id name agency { id code } } periods { role from until ended } } } }
  }
`);
const Appoint = graphql(`mutation AppointToTaskForce($input: AppointToTaskForceInput!) { appointToTaskForce(input: $input) { grant { id } version errors { ...Trouble } } }`);
const Release = graphql(`mutation ReleaseFromTaskForce($input: ReleaseFromTaskForceInput!) { releaseFromTaskForce(input: $input) { grant { id } version errors { ...Trouble } } }`);

const roles: Role[] = ['MEMBER', 'ANALYST', 'AUDITOR', 'COORDINATOR', 'LIAISON', 'OBSERVER', 'SUPERVISOR', 'TEAM_COMMANDER'];

/** Who holds which role in a task force now. */
export function ForceMembers({ force, mayAppoint }: { force: Force; mayAppoint: boolean }) {
  const { t } = useTranslation();
  const [now] = useState(Date.now);
  const [appointing, setAppointing] = useState(false);
  const [releasing, setReleasing] = useState<{ officer: string; name: string; role: Role }>();
  const [{ data }, ask] = useQuery({ query: Members, variables: { id: force.id } });
  const appoint = useAct(Appoint);
  const release = useAct(Release);
  const held = (data?.taskForce?.members?.nodes ?? []).flatMap(({ id, officer, periods }) => periods
    .filter(({ from, until }) => Date.parse(from) <= now && !(until && Date.parse(until) <= now)).map((period) => ({ id: `${id}${period.role}${period.from}`, officer, ...period })));
  const over = (done: boolean) => {
    setAppointing(false);
    setReleasing(undefined);
    if (done) ask({ requestPolicy: 'network-only' });
  };

  return (
    <>
      <Group justify="space-between" mt="md">
        <Title order={3} size="h6">{t('admin.roles')}</Title>
        {mayAppoint && <Button size="compact-sm" variant="light" onClick={() => { appoint.forget(); setAppointing(true); }}>{t('admin.appoint')}</Button>}
      </Group>
      {held.length === 0 ? <Text size="sm" c="dimmed">{t('admin.noRole')}</Text> : (
        <Table.ScrollContainer minWidth={320}>
          <Table>
            <Table.Thead><Table.Tr>{(['name', 'role', 'from', 'until', 'acts'] as const).map((head) => <Table.Th key={head} scope="col">{t(`admin.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {held.map(({ id, officer, role, from, until }) => (
                <Table.Tr key={id}>
                  <Table.Td>{officer?.name} <Text span size="xs" c="dimmed">{officer?.agency?.code}</Text></Table.Td>
                  <Table.Td>{t(`role.${role}`)}</Table.Td>
                  <Table.Td><When at={from} /></Table.Td>
                  <Table.Td>{until ? <When at={until} /> : '—'}</Table.Td>
                  <Table.Td>
                    {mayAppoint && officer && (
                      <Button size="compact-sm" variant="light" color="red" aria-label={t('admin.releaseOne', { name: officer.name })} onClick={() => { release.forget(); setReleasing({ officer: officer.id, name: officer.name, role }); }}>{t('admin.release')}</Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {appointing && (
        <ActForm
          title={`${force.code} · ${t('admin.appoint')}`} does={t('admin.appoint')} close={over} {...appoint}
          fields={[
            { name: 'officer', label: t('admin.head.name'), kind: 'officer' },
            { name: 'role', label: t('admin.head.role'), kind: 'choice', choices: roles.map((role) => ({ value: role, label: t(`role.${role}`) })) },
            { name: 'until', label: t('admin.head.until'), hint: t('admin.openEnd'), kind: 'moment', optional: true },
            { name: 'reason', label: t('admin.reason'), kind: 'long' },
          ]}
          act={({ officer, role, until, reason }) => appoint.act({ taskForce: force.id, officer: officer!, role: role as Role, until, reason: reason! })}
        />
      )}
      {releasing && (
        <ActForm
          title={t('admin.releaseOne', { name: releasing.name })} does={t('admin.release')} close={over} {...release}
          fields={[{ name: 'reason', label: t('admin.reason'), kind: 'long' }]}
          act={({ reason }) => release.act({ taskForce: force.id, officer: releasing.officer, role: releasing.role, reason: reason! })}
        />
      )}
    </>
  );
}
