import { Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkTo } from '../../ui/LinkTo';
import { type Asked, casesOf, exhibitsOf, operationsOf, query, tasksOf } from './asked';
import { QueryButton } from './QueryButton';
import type { Told } from './SupervisionPage';

/** What waits for somebody: each a number, none of which should grow. */
export function Attention({ told, within, agency, now }: { told: Told; within: Required<Pick<Asked, 'idle' | 'transit' | 'soon'>>; agency?: string; now: Date }) {
  const { t } = useTranslation();
  const tiles = [
    { name: 'closing', of: 'cases', count: told.closing?.totalCount, asked: { closing: true }, query: query('cases', { where: casesOf({ agency, closing: true }, now) }, 'totalCount nodes { number title }'), calm: true },
    { name: 'undecided', of: 'cases', count: told.undecided?.totalCount, asked: { overdue: true }, query: query('cases', { where: casesOf({ agency, overdue: true }, now) }, 'totalCount nodes { number title }') },
    { name: 'idle', of: 'cases', count: told.idle?.totalCount, asked: { idle: within.idle }, query: query('cases', { inactiveForDays: within.idle, where: casesOf({ agency }, now) }, 'totalCount nodes { number title changedAt }') },
    { name: 'transit', of: 'exhibits', count: told.transit?.totalCount, asked: { transit: within.transit }, query: query('exhibits', { inTransitForHours: within.transit, where: exhibitsOf({ agency }, now) }, 'totalCount nodes { number inTransitSince }') },
    { name: 'lateHandOver', of: 'exhibits', count: told.late?.totalCount, asked: { overdue: true }, query: query('exhibits', { where: exhibitsOf({ agency, overdue: true }, now) }, 'totalCount nodes { number due }') },
    { name: 'overdue', of: 'tasks', count: told.overdue?.totalCount, asked: { overdue: true }, query: query('tasks', { where: tasksOf({ agency, overdue: true }) }, 'totalCount nodes { title due assignee { name } }') },
    { name: 'soon', of: 'operations', count: told.soon?.totalCount, asked: { soon: within.soon }, query: query('operations', { where: operationsOf({ agency, soon: within.soon }, now) }, 'totalCount nodes { name hHour }'), calm: true },
  ] as const;
  const number = { idle: within.idle, transit: within.transit, soon: within.soon };
  return (
    <section aria-labelledby="attention">
      <Title order={2} size="h4" id="attention" mb="xs">{t('supervision.attention')}</Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {tiles.map((tile) => {
          const count = tile.count ?? 0;
          const label = t(`supervision.tile.${tile.name}`, { count: tile.name in number ? number[tile.name as 'idle'] : count });
          const bad = count > 0 && !('calm' in tile);
          return (
            <Paper key={tile.name} withBorder p="sm" className="tile" data-bad={bad}>
              <Group justify="space-between" wrap="nowrap" align="start">
                <LinkTo to="/supervision/$of" params={{ of: tile.of }} search={{ ...tile.asked, agency }} className="number" aria-label={t('chart.open', { label, count })}>
                  {bad ? <IconAlertTriangle size={20} aria-hidden /> : count === 0 ? <IconCheck size={20} aria-hidden /> : null} {count}
                </LinkTo>
                <QueryButton query={tile.query} of={label} />
              </Group>
              <Text size="sm">{label}</Text>
            </Paper>
          );
        })}
      </SimpleGrid>
    </section>
  );
}
