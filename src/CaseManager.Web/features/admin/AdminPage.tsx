import { Stack, Tabs, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Agencies } from './Agencies';
import { Health } from './Health';
import { Officers } from './Officers';
import { TaskForces } from './TaskForces';

const parts = { officers: Officers, agencies: Agencies, taskForces: TaskForces, health: Health } as const;
type Part = keyof typeof parts;
const route = getRouteApi('/admin');

/** Who takes part, and whether the server is well. */
export function AdminPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { part = 'officers' } = search;
  const navigate = route.useNavigate();
  const here: Part = part in parts ? (part as Part) : 'officers';
  const Shown = parts[here];
  return (
    <Stack>
      <Title order={1} size="h2">{t('admin.title')}</Title>
      <Tabs value={here} onChange={(next) => void navigate({ search: { ...search, part: next ?? undefined, q: undefined, sort: undefined }, replace: true })}>
        <Tabs.List className="no-print" aria-label={t('admin.parts')}>{(Object.keys(parts) as Part[]).map((one) => <Tabs.Tab key={one} value={one}>{t(`admin.part.${one}`)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value={here} pt="md"><Stack><Shown /></Stack></Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
