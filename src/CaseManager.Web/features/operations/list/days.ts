/** Days and months by their ISO names: 2026-11-23, 2026-11. */
export const addDays = (date: string, days: number) => new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export function addMonths(month: string, months: number) {
  const [year, at] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, at! - 1 + months, 1)).toISOString().slice(0, 7);
}

export const monthOf = (language: string, month: string) =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00Z`));

/** The day a week begins with where the language is spoken here, from 1 for Monday to 7. */
export function weekStart(language: string) {
  const locale = new Intl.Locale(language === 'fr' ? 'fr-CA' : 'en-CA') as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
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
