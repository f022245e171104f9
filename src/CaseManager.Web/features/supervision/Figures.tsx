import { Group, Paper, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Bars } from '../../ui/Chart';
import { QueryButton } from './QueryButton';

export type Of = 'cases' | 'exhibits' | 'tasks';
type Count = { key?: string | null; count: number };

// In the order in which things go, not by their numbers.
const orders: Record<string, readonly string[]> = {
  'cases.STAGE': ['INTAKE', 'INVESTIGATION', 'PENDING_CHARGES', 'BEFORE_COURTS', 'SUSPENDED', 'CLOSED'],
  'cases.PRIORITY': ['URGENT', 'HIGH', 'NORMAL', 'LOW'],
  'exhibits.STATUS': ['HELD', 'IN_TRANSIT'],
  'tasks.STATUS': ['OPEN', 'STARTED', 'COMPLETED', 'CANCELLED'],
};
const ages = ['UNDER_30_DAYS', 'UNDER_90_DAYS', 'UNDER_1_YEAR', 'OVER_1_YEAR'];

/** What a value is called. */
export function wordOf(t: TFunction, of: Of, by: string, key: string | null | undefined): string {
  if (key === null || key === undefined) return t('supervision.without');
  const words = { 'cases.STAGE': 'stage', 'cases.PRIORITY': 'priority', 'cases.OUTCOME': 'closureOutcome', 'exhibits.STATUS': 'exhibitStatus', 'exhibits.KIND': 'exhibitKind', 'tasks.STATUS': 'taskProgress' } as const;
  if (by === 'AGE') return t(`supervision.age.${key as 'UNDER_30_DAYS'}`);
  const word = words[`${of}.${by}` as keyof typeof words];
  return word ? t(`${word}.${key}` as never) : key;
}

/** One way of counting, as bars. */
export function Figures({ of, by, counts, agency, query }: { of: Of; by: string; counts: readonly Count[]; agency?: string; query: string }) {
  const { t } = useTranslation();
  const order = by === 'AGE' ? ages : orders[`${of}.${by}`];
  const sorted = counts.toSorted((a, b) => (order ? order.indexOf(a.key ?? '') - order.indexOf(b.key ?? '') : b.count - a.count));
  const head = t(`supervision.by.${by as 'STAGE'}`);
  const title = t('supervision.counted', { of: t(`supervision.${of}`), by: head });
  return (
    <Paper withBorder p="sm" className="figure">
      <Group justify="space-between" wrap="nowrap"><Title order={3} size="h6">{head}</Title><QueryButton query={query} of={title} /></Group>
      <Bars
        title={title} head={head}
        bars={sorted.map(({ key, count }) => ({
          key: key ?? '', label: wordOf(t, of, by, key), count, to: { to: '/supervision/$of', params: { of }, search: { by, key: key ?? undefined, agency } },
        }))}
      />
    </Paper>
  );
}
