import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { Role } from '../../gql/graphql';
import { ActForm } from '../../records/ActForm';
import { OfficerName } from '../../records/OfficerName';
import { useAct } from '../../records/useAct';
import { useLists } from '../../records/useLists';
import { useMinutes } from '../../ui/Ago';
import { Faces, NotFound } from '../../ui/Faces';
import '../../ui/grid.css';
import { useKeys } from '../../ui/keys';
import { LinkTo } from '../../ui/LinkTo';
import { useMarking } from '../../ui/Marking';
import { ownZone } from '../../ui/settings';
import { When } from '../../ui/When';
import { cityOf } from '../../ui/zones';

const Compartment = graphql(`
  query Compartment($id: ID!) {
    point
    me { id }
    compartment(id: $id) {
      id name establishedAt agency { id code name }
      insiders(first: 50) { totalCount nodes { id officer { id name agency { id code } } periods { role from until ended } } }
    }
  }
`);
const ReadIn = graphql(`mutation ReadIn($input: ReadIntoCompartmentInput!) { readIntoCompartment(input: $input) { version errors { ...Trouble } } }`);
const ReadOut = graphql(`mutation ReadOut($input: ReadOutOfCompartmentInput!) { readOutOfCompartment(input: $input) { version errors { ...Trouble } } }`);

const roles: Role[] = ['INSIDER', 'CONTROL_OFFICER'];
const route = getRouteApi('/compartments/$id');

type Held = { officer: string; name: string; role: Role };

/** A compartment: who is inside and was, and reading others in and out. To those who are not inside it is not there. */
export function CompartmentPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const [doing, setDoing] = useState<'in' | Held>();
  const [{ data, error }, ask] = useQuery({ query: Compartment, variables: { id } });
  const [answered, setAnswered] = useState(0);
  useEffect(() => setAnswered(Date.now()), [data]);
  const now = Math.max(useMinutes(), answered);
  const readIn = useAct(ReadIn);
  const readOut = useAct(ReadOut);
  const found = data?.compartment;
  // Who controls it reads others in and out. The server decides all the same.
  const controls = found?.insiders?.nodes?.some(({ officer, periods }) => officer?.id === data?.me?.id
    && periods.some(({ role, from, until }) => role === 'CONTROL_OFFICER' && Date.parse(from) <= now && !(until && Date.parse(until) <= now))) ?? false;
  const again = () => ask({ requestPolicy: 'network-only' });
  useLists(['Compartment', 'Grant'], again, data?.point);
  useMarking(found ? 'AMBER' : null, useMemo(() => (found ? [{ kind: 'sealed' as const, word: found.name }] : []), [found]));
  const begin = () => { readIn.forget(); setDoing('in'); };
  useKeys(controls ? [{ keys: 'n', text: t('compartments.readIn'), run: begin }] : []);
  const close = (done: boolean) => {
    setDoing(undefined);
    if (done) again();
  };

  return (
    <Faces data={data && (found ?? null)} error={error} empty={<NotFound />}>
      {({ name, establishedAt, agency, insiders }) => (
        <Stack>
          <Text size="sm" className="no-print"><LinkTo to="/compartments">{t('compartments.all')}</LinkTo></Text>
          <Group justify="space-between">
            <div>
              <Title order={1} size="h2"><IconLock size={20} aria-hidden /> {name}</Title>
              <Text size="sm" c="dimmed">{agency?.code} {agency?.name} · <When at={establishedAt} /></Text>
            </div>
            {controls && <Button className="no-print" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={begin} aria-keyshortcuts="N">{t('compartments.readIn')}</Button>}
          </Group>
          <section aria-labelledby="insiders">
            <Title order={2} size="h4" id="insiders" mb="xs">{t('compartments.insiders')}</Title>
            <div className="table-scroll">
              <table className="grid">
                <thead><tr>{(['officer', 'role', 'from', 'until'] as const).map((head) => <th key={head} scope="col">{t(`compartments.${head}`)}</th>)}<th scope="col"><span className="sr">{t('compartments.acts')}</span></th></tr></thead>
                <tbody>
                  {(insiders?.nodes ?? []).flatMap(({ officer, periods }) => periods.map(({ role, from, until }) => {
                    const over = until != null && Date.parse(until) <= now;
                    return officer && (
                      <tr key={`${officer.id} ${role} ${from}`}>
                        <th scope="row"><OfficerName of={officer} agency={officer.agency} /></th>
                        <td>{t(`role.${role}`)}</td>
                        <td className="nowrap" data-head={t('compartments.from')}><When at={from} /></td>
                        <td className="nowrap" data-head={t('compartments.until')}>{until ? <When at={until} /> : <span className="quiet">{t('compartments.open')}</span>}</td>
                        <td>
                          {over ? <span className="quiet">{t('compartments.over')}</span> : (controls || officer.id === data?.me?.id) && (
                            <Button
                              size="compact-xs" variant="subtle" color="red" aria-label={`${t('compartments.readOut')} ${officer.name}, ${t(`role.${role}`)}`}
                              onClick={() => { readOut.forget(); setDoing({ officer: officer.id, name: officer.name, role }); }}
                            >
                              {t('compartments.readOut')}
                            </Button>
                          )}
                        </td>
                      </tr>
                    );
                  }))}
                </tbody>
              </table>
            </div>
          </section>
          {doing === 'in' && (
            <ActForm
              title={t('compartments.readInto', { compartment: name })} does={t('compartments.readIn')} close={close} {...readIn}
              fields={[
                { name: 'officer', label: t('compartments.officer'), kind: 'officer' },
                { name: 'role', label: t('compartments.role'), kind: 'choice', initial: 'INSIDER', choices: roles.map((role) => ({ value: role, label: t(`role.${role}`) })) },
                { name: 'until', label: t('compartments.until'), hint: t('compartments.forGood', { zone: cityOf(ownZone()) }), kind: 'moment', optional: true },
                { name: 'reason', label: t('compartments.reason'), kind: 'long' },
              ]}
              act={({ officer, role, until, reason }) => readIn.act({ compartment: id, officer: officer!, role: role as Role, until, reason: reason! })}
            />
          )}
          {typeof doing === 'object' && (
            <ActForm
              title={t('compartments.readOutOne', { name: doing.name, compartment: name })} does={t('compartments.readOut')} close={close} {...readOut}
              fields={[{ name: 'reason', label: t('compartments.reason'), kind: 'long' }]}
              act={({ reason }) => readOut.act({ compartment: id, officer: doing.officer, role: doing.role, reason: reason! })}
            />
          )}
        </Stack>
      )}
    </Faces>
  );
}
