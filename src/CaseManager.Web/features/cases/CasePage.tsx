import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { getRouteApi, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces, NotFound } from '../../ui/Faces';
import { useLive } from '../../ui/live';
import { TlpBadge, useMarking } from '../../ui/Marking';

const Case = graphql(`
  query Case($number: String!) {
    caseByNumber(number: $number) { id number title stage tlp lead { id name } leadAgency { id code } }
  }
`);

const Changed = graphql(`subscription CaseChanged($case: ID!) { caseChanged(case: $case) { id version } }`);

const tabs = [
  { value: 'overview', to: '/cases/$number' },
  { value: 'timeline', to: '/cases/$number/timeline' },
  { value: 'evidence', to: '/cases/$number/evidence' },
] as const;

const route = getRouteApi('/cases/$number');

/** A case: what it is, and its parts, each a page of its own. */
export function CasePage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [{ data, error }, ask] = useQuery({ query: Case, variables: { number } });
  const id = data?.caseByNumber?.id;
  useMarking(data?.caseByNumber?.tlp);
  useLive(Changed, { case: id ?? '' }, () => ask({ requestPolicy: 'network-only' }), !id);
  const here = tabs.findLast((tab) => path.startsWith(tab.to.replace('$number', number)))?.value ?? 'overview';

  return (
    <Faces data={data?.caseByNumber} error={error} empty={data && <NotFound />}>
      {(file) => (
        <Stack>
          <div>
            <Group gap="sm">
              <Title order={1} size="h2">{file.number} {file.title}</Title>
              <TlpBadge tlp={file.tlp} />
            </Group>
            <Text c="dimmed" size="sm">
              {t(`stage.${file.stage}`)} · {t('cases.ledBy', { name: file.lead?.name ?? '—', agency: file.leadAgency?.code ?? '—' })}
            </Text>
          </div>
          <Tabs value={here} onChange={(value) => void navigate({ to: tabs.find((tab) => tab.value === value)!.to, params: { number } })} className="no-print">
            <Tabs.List aria-label={t('cases.parts')}>
              {tabs.map(({ value }) => <Tabs.Tab key={value} value={value}>{t(`cases.tab.${value}`)}</Tabs.Tab>)}
            </Tabs.List>
          </Tabs>
          <Outlet />
        </Stack>
      )}
    </Faces>
  );
}
