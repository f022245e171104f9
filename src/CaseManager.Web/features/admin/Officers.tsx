import { Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { AdminOfficersQuery } from '../../gql/graphql';
import { ActForm } from '../../records/ActForm';
import { useBearer } from '../../records/bearer';
import { useAct } from '../../records/useAct';
import { Empty, Faces } from '../../ui/Faces';
import { When } from '../../ui/When';

const Listed = graphql(`
  query AdminOfficers($where: OfficerFilterInput, $after: String) {
    officers(first: 30, after: $after, where: $where, order: [{ name: ASC }]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id version name language departedOn agency { id code name } }
    }
  }
`);
const Register = graphql(`mutation RegisterOfficer($input: RegisterOfficerInput!) { registerOfficer(input: $input) { officer { id } version errors { ...Trouble } } }`);
const Correct = graphql(`mutation CorrectOfficerName($input: CorrectOfficerNameInput!) { correctOfficerName(input: $input) { officer { id name version } version errors { ...Trouble } } }`);
const Depart = graphql(`mutation RecordDeparture($input: RecordDepartureInput!) { recordDeparture(input: $input) { officer { id departedOn version } version errors { ...Trouble } } }`);

type Officer = NonNullable<NonNullable<AdminOfficersQuery['officers']>['nodes']>[number];
type Doing = { what: 'register' } | { what: 'correct' | 'depart'; whom: Officer };

const route = getRouteApi('/admin');

/** The people of all agencies; a registrar keeps those of one's own. */
export function Officers() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const bearer = useBearer();
  const [words, setWords] = useState(search.q ?? '');
  const [after, setAfter] = useState<string>();
  const [doing, setDoing] = useState<Doing>();
  const where = search.q ? { or: [{ name: { contains: search.q } }, { agency: { eq: search.q.toUpperCase() } }] } : null;
  const [{ data, error }, ask] = useQuery({ query: Listed, variables: { where, after } });
  const look = useDebouncedCallback((q: string) => { setAfter(undefined); void navigate({ search: { ...search, q: q || undefined }, replace: true }); }, 250);

  return (
    <>
      <Group align="end">
        <TextInput label={t('admin.findOfficer')} className="grow" value={words} onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }} />
        {bearer.registrar && <Button onClick={() => setDoing({ what: 'register' })}>{t('admin.register')}</Button>}
      </Group>
      <Faces data={data?.officers} error={error}>
        {(officers) => officers.totalCount === 0 ? <Empty>{t('admin.nobody')}</Empty> : (
          <>
            <Text size="sm" c="dimmed" role="status">{t('admin.people', { count: officers.totalCount })}</Text>
            <Table.ScrollContainer minWidth={320}>
              <Table highlightOnHover>
                <Table.Thead><Table.Tr>{(['name', 'agency', 'language', 'service', 'acts'] as const).map((head) => <Table.Th key={head} scope="col">{t(`admin.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
                <Table.Tbody>
                  {(officers.nodes ?? []).map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td fw={600}>{one.name}</Table.Td>
                      <Table.Td>{one.agency?.code} <Text span size="xs" c="dimmed">{one.agency?.name}</Text></Table.Td>
                      <Table.Td>{one.language ?? '—'}</Table.Td>
                      <Table.Td>{one.departedOn ? <Badge color="gray">{t('admin.leftOn')} <When at={one.departedOn} /></Badge> : t('admin.serves')}</Table.Td>
                      <Table.Td>
                        {bearer.registrar && bearer.agency === one.agency?.code && !one.departedOn && (
                          <Group gap={4}>
                            <Button size="compact-sm" variant="light" onClick={() => setDoing({ what: 'correct', whom: one })} aria-label={t('admin.correctOne', { name: one.name })}>{t('admin.correct')}</Button>
                            <Button size="compact-sm" variant="light" color="red" onClick={() => setDoing({ what: 'depart', whom: one })} aria-label={t('admin.departOne', { name: one.name })}>{t('admin.depart')}</Button>
                          </Group>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {officers.pageInfo.hasNextPage && <Button variant="default" className="start" onClick={() => setAfter(officers.pageInfo.endCursor!)}>{t('faces.more')}</Button>}
          </>
        )}
      </Faces>
      {doing && <Act doing={doing} close={(done) => { setDoing(undefined); if (done) ask({ requestPolicy: 'network-only' }); }} />}
    </>
  );
}

function Act({ doing, close }: { doing: Doing; close: (done: boolean) => void }) {
  const { t } = useTranslation();
  const register = useAct(Register);
  const correct = useAct(Correct);
  const depart = useAct(Depart);
  switch (doing.what) {
    case 'register': return (
      <ActForm
        title={t('admin.register')} does={t('admin.register')} close={close} {...register}
        fields={[
          { name: 'subject', label: t('admin.subject'), hint: t('admin.subjectHint') },
          { name: 'name', label: t('admin.head.name') },
          { name: 'language', label: t('admin.head.language'), kind: 'choice', optional: true, choices: ['en-CA', 'fr-CA', 'en', 'fr', 'es', 'nl'].map((tag) => ({ value: tag, label: tag })) },
        ]}
        act={({ subject, name, language }) => register.act({ subject: subject!, name: name!, language })}
      />
    );
    case 'correct': return (
      <ActForm
        title={t('admin.correctOne', { name: doing.whom.name })} does={t('admin.correct')} close={close} {...correct}
        fields={[{ name: 'name', label: t('admin.head.name'), initial: doing.whom.name }, { name: 'reason', label: t('admin.reason'), kind: 'long' }]}
        act={({ name, reason }) => correct.act({ officer: doing.whom.id, version: doing.whom.version, name: name!, reason: reason! })}
      />
    );
    case 'depart': return (
      <ActForm
        title={t('admin.departOne', { name: doing.whom.name })} does={t('admin.depart')} close={close} {...depart}
        fields={[{ name: 'on', label: t('admin.lastMoment'), hint: t('admin.nowWhenEmpty'), kind: 'moment', optional: true }, { name: 'reason', label: t('admin.reason'), kind: 'long' }]}
        act={({ on, reason }) => depart.act({ officer: doing.whom.id, on, reason: reason! })}
      />
    );
  }
}
