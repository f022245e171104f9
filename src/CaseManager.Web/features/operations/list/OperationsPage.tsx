import { Button, Chip, Group, SegmentedControl, Stack, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { OperationStatus } from '../../../gql/graphql';
import { useKeys } from '../../../ui/keys';
import { Calendar } from './Calendar';
import { OperationList } from './OperationList';
import { PlanOperation } from './PlanOperation';
import '../operations.css';

const Planner = graphql(`query Planner { me { id grants(first: 50) { nodes { id taskForce { id code name } periods { role until } } } } }`);

const statuses: readonly OperationStatus[] = ['PLANNED', 'GO', 'HOLD', 'NO_GO', 'ABORTED'];
const planning = ['COORDINATOR', 'SUPERVISOR', 'TEAM_COMMANDER'];
const route = getRouteApi('/operations');

/** The operations one takes part in: as a list, as a month, or day by day. What is looked for is in the address. */
export function OperationsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const [planned, setPlanned] = useState(false);
  const [{ data }] = useQuery({ query: Planner });
  const forces = (data?.me?.grants?.nodes ?? []).flatMap((grant) => (grant.taskForce && grant.periods.some((period) => planning.includes(period.role)) ? [grant.taskForce] : []));
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  const look = useDebouncedCallback((q: string) => change({ q: q || undefined }), 250);
  useKeys(forces.length > 0 ? [{ keys: 'n', text: t('operations.plan'), run: () => setPlanned(true) }] : []);
  const where = [...(search.q ? [{ or: [{ name: { contains: search.q } }, { aim: { contains: search.q } }] }] : []), ...(search.status ? [{ status: { eq: search.status } }] : [])];

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">{t('operations.title')}</Title>
        {forces.length > 0 && !planned && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPlanned(true)} aria-keyshortcuts="N">{t('operations.plan')}</Button>}
      </Group>
      {planned && <PlanOperation forces={forces} close={() => setPlanned(false)} />}
      <Group align="end" className="no-print">
        <TextInput label={t('operations.find')} value={words} className="grow" onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }} />
        <Chip.Group value={search.status ?? ''} onChange={(status) => change({ status: (status as OperationStatus) || undefined })}>
          <Group gap={4}>
            <Chip value="">{t('operations.all')}</Chip>
            {statuses.map((status) => <Chip key={status} value={status}>{t(`operationStatus.${status}`)}</Chip>)}
          </Group>
        </Chip.Group>
        <SegmentedControl
          aria-label={t('operations.view')} value={search.view ?? 'list'} onChange={(view) => change({ view: view === 'list' ? undefined : view as 'calendar' | 'agenda' })}
          data={(['list', 'calendar', 'agenda'] as const).map((value) => ({ value, label: t(`operations.as.${value}`) }))}
        />
      </Group>
      {search.view ? <Calendar view={search.view} month={search.month} where={where} go={(month) => change({ month })} /> : <OperationList where={where} filtered={where.length > 0} sort={search.sort} change={(sort) => change({ sort })} />}
    </Stack>
  );
}
