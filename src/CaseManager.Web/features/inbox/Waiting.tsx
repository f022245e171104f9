import { Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkTo } from '../../ui/LinkTo';
import { useRows } from '../../ui/rows';
import { placeOf } from './answers';
import { grouped, type Item, keyOf } from './items';
import { WaitingRow } from './WaitingRow';

/** What waits, in groups; each with the way to its answer. */
export function Waiting({ items, total, again }: { items: readonly Item[]; total: number; again: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const groups = grouped(items, new Date());
  const all = groups.flatMap((group) => group.items);
  const row = useRows(all.length, {
    open: (at) => { const place = placeOf(all[at]!); if (place) void navigate(place); },
  });

  if (total === 0) {
    return (
      <Stack gap={4} className="all-done">
        <Title order={2} size="h4">{t('myDay.none')}</Title>
        <Text c="dimmed">{t('myDay.noneHint')}</Text>
        <LinkTo to="/cases" search={{ mine: true }}>{t('myDay.toCases')}</LinkTo>
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed" role="status">{t('myDay.count', { count: total })}</Text>
      {groups.map((group) => (
        <section key={group.name} aria-labelledby={`waits-${group.name}`} data-group={group.name} className="waits">
          <Title order={2} size="h5" id={`waits-${group.name}`}>{t(`myDay.group.${group.name}`)} <span className="quiet">{group.items.length}</span></Title>
          <ul>{group.items.map((item) => <WaitingRow key={keyOf(item)} item={item} row={row(all.indexOf(item))} again={again} />)}</ul>
        </section>
      ))}
    </Stack>
  );
}
