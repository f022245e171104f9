import { Button, Group, NativeSelect, Table, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { Role } from '../../../gql/graphql';
import { OfficerSelect } from '../../../records/OfficerSelect';
import { useAct } from '../../../records/useAct';
import { Faces } from '../../../ui/Faces';
import { When } from '../../../ui/When';
import { stopping } from '../board/colours';
import { WithReason } from '../board/SiteActs';
import type { Part } from '../board/usePart';

const TeamOf = graphql(`
  query OperationTeam($id: ID!) {
    operation(id: $id) { id team(first: 50) { totalCount nodes { officer { id name agency { id code } } roles { role from until } } } }
  }
`);
const Grant = graphql(`mutation GrantOperationAccess($input: GrantOperationAccessInput!) { grantOperationAccess(input: $input) { version errors { ...Trouble } } }`);
const Withdraw = graphql(`mutation WithdrawOperationAccess($input: WithdrawOperationAccessInput!) { withdrawOperationAccess(input: $input) { version errors { ...Trouble } } }`);

const roles: readonly Role[] = ['COORDINATOR', 'LIAISON', 'SITE_COMMANDER', 'OBSERVER', 'AUDITOR', 'SUPERVISOR', 'TEAM_COMMANDER'];

/** Who knows of the operation, as what and until when. */
export function Team({ operation, part }: { operation: string; part: Part }) {
  const { t } = useTranslation();
  const [{ data, error }, ask] = useQuery({ query: TeamOf, variables: { id: operation } });
  const [giving, setGiving] = useState(false);
  const [taking, setTaking] = useState<{ officer: string; role: Role }>();
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <section aria-labelledby="team">
      <Group justify="space-between">
        <Title order={2} size="h4" id="team">{t('plan.team')}</Title>
        {part.commands && !giving && <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setGiving(true)}>{t('plan.give')}</Button>}
      </Group>
      <Text size="sm" c="dimmed">{t(part.commands ? 'plan.teamHint' : 'plan.teamOwn')}</Text>
      {giving && <Give operation={operation} done={() => { setGiving(false); again(); }} cancel={() => setGiving(false)} />}
      <Faces data={data?.operation?.team} error={error}>
        {(team) => (
          <Table.ScrollContainer minWidth={320} type="native" tabIndex={0}>
            <Table mt="xs">
              <Table.Thead><Table.Tr>{(['officer', 'role', 'since'] as const).map((head) => <Table.Th key={head} scope="col">{t(`plan.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>
                {(team.nodes ?? []).flatMap((member) => member.roles.map((held) => {
                  const officer = member.officer?.id ?? '';
                  const mine = officer === part.id;
                  const asked = taking?.officer === officer && taking.role === held.role;
                  return (
                    <Table.Tr key={officer + held.role} className="top">
                      <Table.Th scope="row" fw={500}>{member.officer ? t('records.officer', { name: member.officer.name, agency: member.officer.agency?.code ?? '—' }) : '—'}</Table.Th>
                      <Table.Td>{t(`role.${held.role}`)}</Table.Td>
                      <Table.Td>
                        <When at={held.from} />{held.until && <> – <When at={held.until} /></>}
                        {asked && <Take operation={operation} officer={officer} role={held.role} done={() => setTaking(undefined)} again={again} />}
                        {!asked && (part.commands || mine) && (
                          <Button size="compact-xs" variant="subtle" color="red" ml="xs" onClick={() => setTaking({ officer, role: held.role })}
                            aria-label={t('plan.takeFrom', { role: t(`role.${held.role}`), name: member.officer?.name ?? '—' })}>
                            {t('plan.take')}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  );
                }))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Faces>
    </section>
  );
}

function Give({ operation, done, cancel }: { operation: string; done: () => void; cancel: () => void }) {
  const { t } = useTranslation();
  const [officer, setOfficer] = useState('');
  const [role, setRole] = useState<Role>('LIAISON');
  const [until, setUntil] = useState('');
  const { act, outcome, fetching } = useAct(Grant);
  return (
    <WithReason label={t('board.reason')} button={t('plan.give')} outcome={outcome} fetching={fetching} done={cancel}
      send={async (reason) => {
        if (officer && (await act({ operation, officer, role, reason, until: until ? new Date(until).toISOString() : null }))) done();
        return false;
      }}>
      <OfficerSelect label={t('plan.head.officer')} required value={officer} onChange={setOfficer} />
      <NativeSelect label={t('plan.head.role')} value={role} onChange={(event) => setRole(event.currentTarget.value as Role)} data={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
      <TextInput type="datetime-local" label={t('plan.untilIfAny')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
    </WithReason>
  );
}

function Take({ operation, officer, role, done, again }: { operation: string; officer: string; role: Role; done: () => void; again: () => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Withdraw);
  return (
    <WithReason label={t('board.reason')} button={t('plan.take')} color={stopping} outcome={outcome} fetching={fetching} done={done}
      send={async (reason) => { const taken = await act({ operation, officer, role, reason }); again(); return taken !== undefined; }} />
  );
}
