import { Button, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { EmergencyBand } from '../../records/EmergencyBand';
import { useMarked } from '../../records/marking';
import { WholeMarking } from '../../records/Marks';
import { useLists } from '../../records/useLists';
import { Faces } from '../../ui/Faces';
import { useLive } from '../../ui/live';
import { ownZone } from '../../ui/settings';
import { When } from '../../ui/When';
import './cases.css';
import { NotThere } from './NotThere';
import { SinceLastVisit } from './SinceLastVisit';

const Case = graphql(`
  query Case($number: String!) {
    point
    caseByNumber(number: $number) { id number title stage marking { ...Marked } closureProposedAt lead { id name } leadAgency { id code } ...OpenedByMe }
  }
`);

// Without the record's id, so that what was is not taken for what is.
const Then = graphql(`
  query CaseThen($id: ID!, $asOf: DateTime!) {
    case(id: $id, asOf: $asOf) { record: id number title stage marking { ...Marked } closureProposedAt lead { id name } leadAgency { id code } }
  }
`);

const Changed = graphql(`subscription CaseChanged($case: ID!, $since: String) { caseChanged(case: $case, since: $since) { id version } }`);

const tabs = [
  { value: 'overview', to: '/cases/$number' },
  { value: 'timeline', to: '/cases/$number/timeline' },
  { value: 'evidence', to: '/cases/$number/evidence' },
  { value: 'tasks', to: '/cases/$number/tasks' },
  { value: 'team', to: '/cases/$number/team' },
  { value: 'sharing', to: '/cases/$number/sharing' },
  { value: 'history', to: '/cases/$number/history' },
] as const;

const route = getRouteApi('/cases/$number');

/** A case: what it is, or was recorded to be, and its parts, each a page of its own. */
export function CasePage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const { asOf } = route.useSearch();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [{ data, error }, ask] = useQuery({ query: Case, variables: { number } });
  const id = data?.caseByNumber?.id;
  const [{ data: before, error: lost }] = useQuery({ query: Then, variables: { id: id ?? '', asOf: asOf ?? '' }, pause: !id || !asOf });
  const again = () => ask({ requestPolicy: 'network-only' });
  useLive(Changed, { case: id ?? '' }, again, id && data?.point);
  // What one may not see yet may come to be seen.
  useLists(['Case'], again, id ? undefined : data?.point);
  const here = tabs.findLast((tab) => path.startsWith(tab.to.replace('$number', number)))?.value ?? 'overview';
  const file = asOf ? before?.case : data?.caseByNumber;
  useMarked(useMemo(() => [data?.caseByNumber?.marking, file?.marking], [data, file]));

  return (
    <>
      {data?.caseByNumber && <EmergencyBand of={data.caseByNumber} ended={again} />}
      {asOf && (
        <div className="as-of" role="status">
          <IconHistory size={18} aria-hidden /> <span>{t('asOf.band')} <b><When at={asOf} zone={ownZone()} seconds /></b></span>
          <Button size="compact-sm" variant="white" onClick={() => void navigate({ to: '.', search: ((now: object) => ({ ...now, asOf: undefined })) as never })}>{t('asOf.now')}</Button>
        </div>
      )}
      <Faces data={data && (data.caseByNumber === null ? null : file)} error={error ?? lost} empty={asOf && before ? <Text ta="center" p="xl">{t('asOf.notYet')}</Text> : <NotThere number={number} opened={again} />}>
        {(shown) => (
          <Stack>
            <div>
              <Group gap="sm">
                <Title order={1} size="h2">{shown.number} {shown.title}</Title>
                <WholeMarking of={shown.marking} />
              </Group>
              <Text c="dimmed" size="sm">
                {t(`stage.${shown.stage}`)}{shown.closureProposedAt && ` · ${t('cases.closing')}`} · {t('cases.ledBy', { name: shown.lead?.name ?? '—', agency: shown.leadAgency?.code ?? '—' })}
              </Text>
            </div>
            {id && !asOf && <SinceLastVisit key={id} of={id} number={number} />}
            <Tabs
              value={here} className="no-print"
              onChange={(value) => void navigate({ to: tabs.find((tab) => tab.value === value)!.to, params: { number }, search: { asOf } })}
            >
              <Tabs.List aria-label={t('cases.parts')}>
                {tabs.map(({ value }) => <Tabs.Tab key={value} value={value}>{t(`cases.tab.${value}`)}</Tabs.Tab>)}
              </Tabs.List>
            </Tabs>
            <Outlet />
          </Stack>
        )}
      </Faces>
    </>
  );
}
