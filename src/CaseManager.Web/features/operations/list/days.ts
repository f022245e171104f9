import { addDays } from '../../../ui/days';
import { localeOf } from '../../../ui/language';

/** A month by its ISO name, so many months later: 2026-11. */
export function addMonths(month: string, months: number) {
  const [year, at] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, at! - 1 + months, 1)).toISOString().slice(0, 7);
}

export const monthOf = (language: string, month: string) =>
  new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00Z`));

/** The day a week begins with where the language is spoken here, from 1 for Monday to 7. */
export function weekStart(language: string) {
  const locale = new Intl.Locale(localeOf(language)) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 7;
}

/** The weeks that a month has a day in. */
export function weeksOf(month: string, start: number): string[][] {
  const first = `${month}-01`;
  const weekday = new Date(`${first}T00:00Z`).getUTCDay() || 7;
  const weeks: string[][] = [];
  for (let date = addDays(first, -((weekday - start + 7) % 7)); date < `${addMonths(month, 1)}-01`; date = addDays(date, 7)) {
    const from = date;
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(from, at)));
  }
  return weeks;
}
