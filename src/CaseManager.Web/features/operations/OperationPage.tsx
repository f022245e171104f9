import { Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { getRouteApi, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useMarked } from '../../records/marking';
import { Marks } from '../../records/Marks';
import { Faces, NotFound } from '../../ui/Faces';
import './operations.css';

const Operation = graphql(`
  query Operation($id: ID!) { operation(id: $id) { id name aim status marking { ...Marked } leadAgency { id code name } taskForce { id name } } }
`);

const tabs = [
  { value: 'plan', to: '/operations/$id/plan' },
  { value: 'board', to: '/operations/$id/board' },
  { value: 'map', to: '/operations/$id/map' },
  { value: 'history', to: '/operations/$id/history' },
] as const;

const route = getRouteApi('/operations/$id');

/** An operation: what it is for, and its parts, each a page of its own. */
export function OperationPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [{ data, error }] = useQuery({ query: Operation, variables: { id } });
  const marking = data?.operation?.marking;
  useMarked(useMemo(() => [marking], [marking]));
  const here = tabs.find((tab) => path.endsWith(`/${tab.value}`))?.value ?? null;

  return (
    <Faces data={data?.operation} error={error} empty={data && <NotFound />}>
      {(operation) => (
        <Stack gap="sm">
          <div>
            <Group gap="sm">
              <Title order={1} size="h2">{operation.name}</Title>
              <Marks of={operation.marking} />
            </Group>
            <Text c="dimmed" size="sm">{[operation.taskForce?.name, t('operations.led', { agency: operation.leadAgency?.code ?? '—' })].filter(Boolean).join(' · ')}</Text>
          </div>
          <Tabs value={here} onChange={(value) => void navigate({ to: tabs.find((tab) => tab.value === value)!.to, params: { id } })} className="no-print">
            <Tabs.List aria-label={t('operations.parts')}>
              {tabs.map(({ value }) => <Tabs.Tab key={value} value={value}>{t(`operations.tab.${value}`)}</Tabs.Tab>)}
            </Tabs.List>
          </Tabs>
          <Outlet />
        </Stack>
      )}
    </Faces>
  );
}
