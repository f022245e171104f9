import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconBroadcast, IconChevronLeft, IconChevronRight, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { CalendarQuery, OperationFilterInput } from '../../../gql/graphql';
import { addDays } from '../../../ui/days';
import { Empty, Faces } from '../../../ui/Faces';
import { useKeys } from '../../../ui/keys';
import { localeOf } from '../../../ui/language';
import { LinkTo } from '../../../ui/LinkTo';
import { useMarking } from '../../../ui/Marking';
import { ownZone, useSettings } from '../../../ui/settings';
import { day } from '../../../ui/When';
import { localIn, momentIn } from '../../../ui/zones';
import { digits } from '../board/now';
import { addMonths, monthOf, weekStart, weeksOf } from './days';

const InMonth = graphql(`
  query Calendar($where: OperationFilterInput, $tasks: TaskFilterInput) {
    operations(first: 50, where: $where, order: [{ hHour: ASC }]) { totalCount nodes { id name status hHour } }
    tasks(first: 50, mine: true, where: $tasks, order: [{ due: ASC }]) { totalCount nodes { id title due status case { id number tlp } } }
  }
`);

/** What is due when, by one's own clock: H-hours, and the tasks that one is asked to do. */
export function Calendar({ view, month, where, go }: { view: 'calendar' | 'agenda'; month?: string; where: OperationFilterInput[]; go: (month?: string) => void }) {
  const { t, i18n } = useTranslation();
  useSettings();
  const zone = ownZone();
  const today = localIn(zone, new Date()).slice(0, 10);
  const shown = month ?? today.slice(0, 7);
  const weeks = weeksOf(shown, weekStart(i18n.language));
  const [first, last] = view === 'calendar' ? [weeks[0]![0]!, addDays(weeks.at(-1)!.at(-1)!, 1)] : [`${shown}-01`, `${addMonths(shown, 1)}-01`];
  const between = { gte: momentIn(zone, first).toISOString(), lt: momentIn(zone, last).toISOString() };
  const [{ data, error }] = useQuery({ query: InMonth, variables: { where: { and: [{ hHour: between }, ...where] }, tasks: { due: between } } });
  useMarking(data?.operations?.totalCount || data?.tasks?.totalCount ? 'AMBER' : null);
  useKeys([
    { keys: 'ArrowLeft', text: t('calendar.before'), run: () => go(addMonths(shown, -1)) }, { keys: 'ArrowRight', text: t('calendar.after'), run: () => go(addMonths(shown, 1)) },
    { keys: 't', text: t('calendar.today'), run: () => go(undefined) },
  ]);
  const on = byDay(data, zone);
  const named = (date: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(i18n.language), { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));

  return (
    <section aria-labelledby="month">
      <Group mb="sm" gap="xs">
        <ActionIcon variant="default" size="lg" onClick={() => go(addMonths(shown, -1))} aria-label={t('calendar.before')}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
        <ActionIcon variant="default" size="lg" onClick={() => go(addMonths(shown, 1))} aria-label={t('calendar.after')}><IconChevronRight size={18} aria-hidden /></ActionIcon>
        <Button variant="default" size="sm" onClick={() => go(undefined)} disabled={shown === today.slice(0, 7)}>{t('calendar.today')}</Button>
        <Title order={2} size="h4" id="month" className="month" aria-live="polite">{monthOf(i18n.language, shown)}</Title>
        <Text size="sm" c="dimmed">{t('calendar.zone', { zone: zone.replaceAll('_', ' ') })}</Text>
      </Group>
      <Faces data={data} error={error}>
        {() => view === 'calendar' ? (
          <div className="scroll">
            <table className="calendar">
              <thead><tr>{weeks[0]!.map((date) => <th key={date} scope="col"><abbr title={named(date, { weekday: 'long' })}>{named(date, { weekday: 'short' })}</abbr></th>)}</tr></thead>
              <tbody>
                {weeks.map((week) => (
                  <tr key={week[0]}>
                    {week.map((date) => (
                      <td key={date} data-other={!date.startsWith(shown)} aria-current={date === today ? 'date' : undefined}>
                        <time dateTime={date} className="date"><span aria-hidden>{Number(date.slice(8))}</span><span className="sr">{named(date, { dateStyle: 'full' })}</span></time>
                        {on.has(date) && <ul>{on.get(date)!.map((item) => <li key={item.id}><Item of={item} zone={zone} /></li>)}</ul>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : on.size === 0 ? <Empty>{t('calendar.none')}</Empty> : (
          <div className="agenda">
            {[...on].toSorted(([a], [b]) => a.localeCompare(b)).map(([date, items]) => (
              <section key={date} aria-label={named(date, { dateStyle: 'full' })}>
                <h3>{day(i18n.language, `${date}T00:00Z`, 'UTC')}</h3>
                <ul>{items.map((item) => <li key={item.id}><Item of={item} zone={zone} /></li>)}</ul>
              </section>
            ))}
          </div>
        )}
      </Faces>
    </section>
  );
}

type Item = { id: string; at: string; title: string; case?: string } & ({ is: 'operation'; status: string } | { is: 'task'; status: string });

function Item({ of, zone }: { of: Item; zone: string }) {
  const { t } = useTranslation();
  const Icon = of.is === 'operation' ? IconBroadcast : IconListCheck;
  const inside = <><Icon size={14} aria-hidden /> <span className="tabular">{digits(of.at, zone)}</span> {of.title}<span className="sr"> {t(of.is === 'operation' ? 'board.hHour' : 'calendar.due')}</span></>;
  if (of.is === 'operation') return <LinkTo to="/operations/$id/board" params={{ id: of.id }} className="item" data-status={of.status}>{inside}</LinkTo>;
  return of.case ? <LinkTo to="/cases/$number" params={{ number: of.case }} className="item" data-status={of.status}>{inside}</LinkTo> : <span className="item">{inside}</span>;
}

function byDay(data: CalendarQuery | undefined, zone: string) {
  const items: Item[] = [
    ...(data?.operations?.nodes ?? []).map((one): Item => ({ is: 'operation', id: one.id, at: one.hHour, title: one.name, status: one.status })),
    ...(data?.tasks?.nodes ?? []).map((one): Item => ({ is: 'task', id: one.id, at: one.due, title: one.title, status: one.status, case: one.case?.number })),
  ];
  const days = new Map<string, Item[]>();
  for (const item of items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const date = localIn(zone, item.at).slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), item]);
  }
  return days;
}
