import { localIn, momentIn } from '../../../ui/zones';

export type Window = { from: string; until: string; dailyFrom?: string | null; dailyUntil?: string | null };

/** Whether an authority allows entry then: within its days, and within its hours by the clock there (which may span midnight). */
export function covers(authority: Window, at: number, zone: string) {
  if (at < Date.parse(authority.from) || at >= Date.parse(authority.until)) return false;
  const { dailyFrom, dailyUntil } = authority;
  if (!dailyFrom || !dailyUntil) return true;
  const there = localIn(zone, at).slice(11, 16);
  const [from, until] = [dailyFrom.slice(0, 5), dailyUntil.slice(0, 5)];
  return from <= until ? from <= there && there < until : from <= there || there < until;
}

/** The moment of a field for a local date and time; NaN while it is not filled in. */
export const momentOf = (local: string, zone: string) => (local === '' ? NaN : momentIn(zone, local).getTime());

/** What such a field shows of a moment. */
export const fieldOf = (at: number, zone: string) => localIn(zone, at).slice(0, 16);
