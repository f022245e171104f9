import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { AdminTaskForcesQuery } from '../../gql/graphql';
import { ActForm } from '../../records/ActForm';
import { useBearer } from '../../records/bearer';
import { useAct } from '../../records/useAct';
import { Empty, Faces } from '../../ui/Faces';
import { When } from '../../ui/When';
import { ForceMembers } from './ForceMembers';

const Listed = graphql(`
  query AdminTaskForces {
    agencies(first: 50) { nodes { id code name } }
    taskForces(first: 20) {
      totalCount
      nodes { id code name purpose agreement since leadAgency { id code name } memberships { agency { id code name } from until } }
    }
  }
`);
const Establish = graphql(`mutation EstablishTaskForce($input: EstablishTaskForceInput!) { establishTaskForce(input: $input) { taskForce { id } version errors { ...Trouble } } }`);
const Join = graphql(`mutation JoinTaskForce($input: JoinTaskForceInput!) { joinTaskForce(input: $input) { taskForce { id } version errors { ...Trouble } } }`);
const Leave = graphql(`mutation LeaveTaskForce($input: LeaveTaskForceInput!) { leaveTaskForce(input: $input) { taskForce { id } version errors { ...Trouble } } }`);

export type Force = NonNullable<NonNullable<AdminTaskForcesQuery['taskForces']>['nodes']>[number];
type Doing = { what: 'establish' } | { what: 'join'; force: Force } | { what: 'leave'; force: Force; agency: { code: string; name: string } };

/** Which agencies work together, since when, and who holds which role. */
export function TaskForces() {
  const { t } = useTranslation();
  const bearer = useBearer();
  const [doing, setDoing] = useState<Doing>();
  const [{ data, error }, ask] = useQuery({ query: Listed });
  const [now] = useState(Date.now);
  return (
    <>
      {bearer.registrar && <Group><Button onClick={() => setDoing({ what: 'establish' })}>{t('admin.establish')}</Button></Group>}
      <Faces data={data?.taskForces} error={error}>
        {(forces) => forces.totalCount === 0 ? <Empty>{t('admin.noForce')}</Empty> : (
          <Stack>
            {(forces.nodes ?? []).map((force) => {
              const leads = bearer.registrar && bearer.agency === force.leadAgency?.code;
              return (
                <Paper key={force.id} withBorder p="md" component="section" aria-labelledby={`force-${force.code}`}>
                  <Group justify="space-between" align="start">
                    <div>
                      <Title order={2} size="h4" id={`force-${force.code}`}>{force.code} {force.name}</Title>
                      <Text size="sm">{force.purpose}</Text>
                      <Text size="sm" c="dimmed">{t('admin.agreed', { agreement: force.agreement, agency: force.leadAgency?.name ?? '—' })} <When at={force.since} /></Text>
                    </div>
                    {leads && <Button variant="light" onClick={() => setDoing({ what: 'join', force })}>{t('admin.join')}</Button>}
                  </Group>
                  <Title order={3} size="h6" mt="md">{t('admin.memberAgencies')}</Title>
                  <Table.ScrollContainer minWidth={320}>
                    <Table>
                      <Table.Thead><Table.Tr>{(['agency', 'from', 'until', 'acts'] as const).map((head) => <Table.Th key={head} scope="col">{t(`admin.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
                      <Table.Tbody>
                        {force.memberships.map(({ agency, from, until }, at) => (
                          <Table.Tr key={at}>
                            <Table.Td>{agency?.code} <Text span size="xs" c="dimmed">{agency?.name}</Text></Table.Td>
                            <Table.Td><When at={from} /></Table.Td>
                            <Table.Td>{until ? <When at={until} /> : '—'}</Table.Td>
                            <Table.Td>
                              {leads && agency && agency.code !== force.leadAgency?.code && !(until && Date.parse(until) < now) && (
                                <Button size="compact-sm" variant="light" color="red" onClick={() => setDoing({ what: 'leave', force, agency })} aria-label={t('admin.leaveOne', { code: agency.code })}>{t('admin.leave')}</Button>
                              )}
                            </Table.Td>
                          </Table.Tr>
                        ))}
                      </Table.Tbody>
                    </Table>
                  </Table.ScrollContainer>
                  <ForceMembers force={force} mayAppoint={leads} />
                </Paper>
              );
            })}
          </Stack>
        )}
      </Faces>
      {doing && <Act doing={doing} agencies={data?.agencies?.nodes ?? []} close={(done) => { setDoing(undefined); if (done) ask({ requestPolicy: 'network-only' }); }} />}
    </>
  );
}

function Act({ doing, agencies, close }: { doing: Doing; agencies: readonly { code: string; name: string }[]; close: (done: boolean) => void }) {
  const { t } = useTranslation();
  const establish = useAct(Establish);
  const join = useAct(Join);
  const leave = useAct(Leave);
  const from = { name: 'from', label: t('admin.head.from'), hint: t('admin.nowWhenEmpty'), kind: 'moment', optional: true } as const;
  switch (doing.what) {
    case 'establish': return (
      <ActForm
        title={t('admin.establish')} does={t('admin.establish')} close={close} {...establish}
        fields={[
          { name: 'code', label: t('admin.head.code'), hint: t('admin.codeHint') }, { name: 'name', label: t('admin.head.name') },
          { name: 'purpose', label: t('admin.purpose'), kind: 'long' }, { name: 'agreement', label: t('admin.agreement') }, { ...from, name: 'since' },
        ]}
        act={({ code, name, purpose, agreement, since }) => establish.act({ code: code!, name: name!, purpose: purpose!, agreement: agreement!, since })}
      />
    );
    case 'join': return (
      <ActForm
        title={`${doing.force.code} · ${t('admin.join')}`} does={t('admin.join')} close={close} {...join}
        fields={[
          { name: 'agency', label: t('admin.head.agency'), kind: 'choice', choices: agencies.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })) },
          from, { ...from, name: 'until', label: t('admin.head.until'), hint: t('admin.openEnd') },
        ]}
        act={(filled) => join.act({ taskForce: doing.force.id, agency: filled.agency!, from: filled.from, until: filled.until })}
      />
    );
    case 'leave': return (
      <ActForm
        title={t('admin.leaveOne', { code: doing.agency.code })} does={t('admin.leave')} close={close} {...leave}
        fields={[from, { name: 'reason', label: t('admin.reason'), kind: 'long' }]}
        act={(filled) => leave.act({ taskForce: doing.force.id, agency: doing.agency.code, from: filled.from, reason: filled.reason! })}
      />
    );
  }
}
