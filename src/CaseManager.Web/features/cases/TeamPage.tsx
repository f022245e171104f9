import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { Role } from '../../gql/graphql';
import { OfficerSelect } from '../../records/OfficerSelect';
import { Empty, Faces } from '../../ui/Faces';
import { useKeys } from '../../ui/keys';
import { LinkTo } from '../../ui/LinkTo';
import { ownZone } from '../../ui/settings';
import { When } from '../../ui/When';
import '../../ui/grid.css';
import { cityOf, momentIn } from '../../ui/zones';
import { ActModal } from './ActModal';

const Team = graphql(`
  query CaseTeamPage($number: String!, $at: DateTime) {
    caseByNumber(number: $number) {
      id stage audience taskForce { id name }
      team(first: 50, at: $at) { totalCount nodes { officer { id name agency { id code name } } roles { role from until } } }
    }
  }
`);
const Give = graphql(`mutation GrantAccess($input: GrantCaseAccessInput!) { grantCaseAccess(input: $input) { clientMutationId errors { ...Trouble } } }`);
const Take = graphql(`mutation WithdrawAccess($input: WithdrawCaseAccessInput!) { withdrawCaseAccess(input: $input) { clientMutationId errors { ...Trouble } } }`);

const roles: Role[] = [
  'INVESTIGATOR', 'ANALYST', 'PRIMARY_INVESTIGATOR', 'FILE_COORDINATOR', 'TEAM_COMMANDER', 'SUPERVISOR', 'EXHIBIT_CUSTODIAN', 'COORDINATOR', 'LIAISON', 'OBSERVER', 'AUDITOR',
];
type Held = { officer: string; name: string; role: Role };
const route = getRouteApi('/cases/$number');

/** Who works on the case, as what, since when and until when. */
export function TeamPage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const { asOf } = route.useSearch();
  const [{ data, error }, ask] = useQuery({ query: Team, variables: { number, at: asOf } });
  const [giving, setGiving] = useState(false);
  const [taking, setTaking] = useState<Held>();
  const file = data?.caseByNumber;
  const writable = !asOf;
  useKeys(writable ? [{ keys: 'n', text: t('team.give'), run: () => setGiving(true) }] : []);
  const again = () => { setGiving(false); setTaking(undefined); ask({ requestPolicy: 'network-only' }); };

  return (
    <>
      <Group justify="space-between" align="end">
        <Text size="sm" c="dimmed" role="status">
          {file?.team && t('team.count', { count: file.team.totalCount })}{file?.audience === 'TASK_FORCE' && file.taskForce && ` · ${t('team.force', { name: file.taskForce.name })}`}
        </Text>
        {writable && <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setGiving(true)} aria-keyshortcuts="N">{t('team.give')}</Button>}
      </Group>
      <Faces data={file?.team} error={error}>
        {(team) => team.totalCount === 0 ? <Empty>{t('team.none')}</Empty> : (
          <div className="table-scroll">
            <table className="grid">
              <thead><tr>{(['officer', 'role', 'since', 'until'] as const).map((head) => <th key={head} scope="col">{t(`team.head.${head}`)}</th>)}<th scope="col"><span className="sr">{t('tasks.head.acts')}</span></th></tr></thead>
              <tbody>
                {(team.nodes ?? []).flatMap(({ officer, roles: held }) => held.map((one, at) => officer && (
                  <tr key={`${officer.id} ${one.role} ${one.from}`}>
                    <th scope="row">{at === 0 && <>{officer.name} <span className="quiet">{officer.agency?.code} {officer.agency?.name}</span></>}{at > 0 && <span className="sr">{officer.name}</span>}</th>
                    <td>{t(`role.${one.role}`)}</td>
                    <td className="nowrap"><When at={one.from} zone={ownZone()} /></td>
                    <td className="nowrap">{one.until ? <When at={one.until} zone={ownZone()} /> : <span className="quiet">{t('team.open')}</span>}</td>
                    <td>{writable && <Button size="compact-xs" variant="subtle" color="red" onClick={() => setTaking({ officer: officer.id, name: officer.name, role: one.role })}>{t('team.take')}<span className="sr"> {officer.name}, {t(`role.${one.role}`)}</span></Button>}</td>
                  </tr>
                )))}
              </tbody>
            </table>
          </div>
        )}
      </Faces>
      {giving && file && <GiveAccess of={file.id} number={number} close={again} />}
      {taking && file && (
        <ActModal
          title={t('team.taking', { name: taking.name, role: t(`role.${taking.role}`) })} action={t('team.take')} danger document={Take} close={again}
          input={(reason) => ({ case: file.id, officer: taking.officer, role: taking.role, reason })}
        />
      )}
    </>
  );
}

function GiveAccess({ of, number, close }: { of: string; number: string; close: () => void }) {
  const { t } = useTranslation();
  const [officer, setOfficer] = useState('');
  const [role, setRole] = useState<Role>('INVESTIGATOR');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const moment = (local: string) => (local ? momentIn(ownZone(), local).toISOString() : undefined);
  return (
    <ActModal
      title={t('team.give')} action={t('team.give')} document={Give} ready={officer !== ''} close={close} input={(reason) => ({ case: of, officer, role, from: moment(from), until: moment(until), reason })}
      instead={(code) => code === 'label.ask-originator' && <LinkTo to="/cases/$number/sharing" params={{ number }}>{t('team.askOriginator')}</LinkTo>}
    >
      {(fault) => (
        <>
          <OfficerSelect label={t('team.head.officer')} required value={officer} onChange={setOfficer} error={fault('officer')} />
          <Select label={t('team.head.role')} value={role} allowDeselect={false} onChange={(next) => setRole(next as Role)} data={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))} error={fault('role')} />
          <Group grow align="start">
            <TextInput type="datetime-local" label={t('team.from', { zone: cityOf(ownZone()) })} description={t('team.fromNow')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} error={fault('from')} />
            <TextInput type="datetime-local" label={t('team.head.until')} description={t('team.forGood')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} error={fault('until')} />
          </Group>
        </>
      )}
    </ActModal>
  );
}
