import { Badge, Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { AdminOfficersQuery } from '../../gql/graphql';
import { ActForm } from '../../records/ActForm';
import { useBearer } from '../../records/bearer';
import { useAct } from '../../records/useAct';
import { useFresh } from '../../records/useLists';
import { Empty, Faces } from '../../ui/Faces';
import { type Column, Grid } from '../../ui/Grid';
import { orderBy, useAfter } from '../../ui/sorting';
import { When } from '../../ui/When';

const Listed = graphql(`
  query AdminOfficers($where: OfficerFilterInput, $order: [OfficerSortInput!], $after: String) {
    point
    officers(first: 30, after: $after, where: $where, order: $order) {
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
const usual = 'name';

const facts: readonly Column<Officer>[] = [
  { id: 'name', head: 'admin.head.name', name: true, sorts: true, cell: ({ name }) => <b>{name}</b> },
  { id: 'agency', head: 'admin.head.agency', sorts: true, grows: true, cell: ({ agency }) => <>{agency?.code} <span className="quiet">{agency?.name}</span></> },
  { id: 'language', head: 'admin.head.language', sorts: true, unsaid: true, cell: ({ language }) => language ?? '—' },
  { id: 'departedOn', head: 'admin.head.service', sorts: true, cell: ({ departedOn }, t) => (departedOn ? <Badge color="gray">{t('admin.leftOn')} <When at={departedOn} /></Badge> : t('admin.serves')) },
];

/** The people of all agencies; a registrar keeps those of one's own. */
export function Officers() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const bearer = useBearer();
  const [words, setWords] = useState(search.q ?? '');
  const [doing, setDoing] = useState<Doing>();
  const where = search.q ? { or: [{ name: { contains: search.q } }, { agency: { eq: search.q.toUpperCase() } }] } : null;
  const variables = { where, order: orderBy(search.sort ?? usual, facts) };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }, ask] = useQuery({ query: Listed, variables: { ...variables, after } });
  useFresh(['Officer'], Listed, variables, data?.point);
  const look = useDebouncedCallback((q: string) => void navigate({ search: { ...search, q: q || undefined }, replace: true }), 250);
  const columns = useMemo<readonly Column<Officer>[]>(() => (!bearer.registrar ? facts : [...facts, {
    id: 'acts', head: 'admin.head.acts', acts: true, cell: (one, t) => bearer.agency === one.agency?.code && !one.departedOn && (
      <Group gap={4}>
        <Button size="compact-sm" variant="light" onClick={() => setDoing({ what: 'correct', whom: one })} aria-label={t('admin.correctOne', { name: one.name })}>{t('admin.correct')}</Button>
        <Button size="compact-sm" variant="light" color="red" onClick={() => setDoing({ what: 'depart', whom: one })} aria-label={t('admin.departOne', { name: one.name })}>{t('admin.depart')}</Button>
      </Group>
    ),
  }]), [bearer.registrar, bearer.agency]);

  return (
    <>
      <Group align="end" className="no-print">
        <TextInput label={t('admin.findOfficer')} className="grow" value={words} onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }} />
        {bearer.registrar && <Button onClick={() => setDoing({ what: 'register' })}>{t('admin.register')}</Button>}
      </Group>
      <Faces data={data?.officers} error={error}>
        {(officers) => officers.totalCount === 0 ? <Empty>{t('admin.nobody')}</Empty> : (
          <Grid
            list="officers" name={t('admin.part.officers')} columns={columns} rows={officers.nodes ?? []} said={t('admin.people', { count: officers.totalCount })}
            order={{ sort: search.sort, usual, change: (sort) => void navigate({ search: { ...search, sort }, replace: true }) }}
            more={officers.pageInfo.hasNextPage ? () => more(officers.pageInfo.endCursor) : undefined}
          />
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
