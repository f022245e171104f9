/** The clock in a zone at a moment, as a field for a local date and time holds it. */
export function localIn(at: number, zone: string) {
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone }).format(at);
  return parts.replace(' ', 'T').slice(0, 16);
}

/** The moment at which a clock in a zone shows this; NaN while it is not a time. */
export function momentOf(local: string, zone: string) {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return NaN;
  const shift = (at: number) => Date.parse(`${localIn(at, zone)}Z`) - at;
  const near = asUtc - shift(asUtc);
  return asUtc - shift(near);
}

export type Window = { from: string; until: string; dailyFrom?: string | null; dailyUntil?: string | null };

/** Whether an authority allows entry then: within its days, and within its hours by the clock there (which may span midnight). */
export function covers(authority: Window, at: number, zone: string) {
  if (at < Date.parse(authority.from) || at >= Date.parse(authority.until)) return false;
  const { dailyFrom, dailyUntil } = authority;
  if (!dailyFrom || !dailyUntil) return true;
  const there = localIn(at, zone).slice(11);
  const [from, until] = [dailyFrom.slice(0, 5), dailyUntil.slice(0, 5)];
  return from <= until ? from <= there && there < until : from <= there || there < until;
}

export const zones = () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
