import { Group, Paper, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Bars } from '../../ui/Chart';
import { QueryButton } from './QueryButton';
import type { Told } from './SupervisionPage';

/** What each officer has to do, and how much of it is late. */
export function Workloads({ told, agency, query }: { told: Told; agency?: string; query: string }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="sm" className="figure">
      <Group justify="space-between" wrap="nowrap"><Title order={3} size="h6">{t('supervision.workloads')}</Title><QueryButton query={query} of={t('supervision.workloads')} /></Group>
      <Bars
        title={t('supervision.workloads')} head={t('supervision.officer')} partHead={t('supervision.late')}
        bars={told.workloads.map(({ officer, open, overdue }) => ({
          key: officer?.id ?? '', label: `${officer?.name ?? '—'} (${officer?.agency?.code ?? '—'})`, count: open, part: overdue,
          to: { to: '/supervision/$of', params: { of: 'tasks' }, search: { officer: officer?.id, agency } },
        }))}
      />
    </Paper>
  );
}
