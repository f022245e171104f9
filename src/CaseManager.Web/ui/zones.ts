/** The moment at which clocks of the zone show this date and time, such as 2026-03-01T00:00; the later one where they show none. */
export function momentIn(zone: string, local: string): Date {
  const asUtc = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  const first = asUtc - aheadOfUtc(zone, asUtc);
  return new Date(asUtc - aheadOfUtc(zone, first));
}

/** What clocks of the zone show at the moment: 2026-03-01T00:00:00. */
export function localIn(zone: string, at: Date | string | number): string {
  const moment = new Date(at).getTime();
  return new Date(moment + aheadOfUtc(zone, moment)).toISOString().slice(0, 19);
}

/** Every zone of this browser by its IANA name. */
export const zones = (): string[] => Intl.supportedValuesOf('timeZone');

/** What people call the zone: its city. */
export const cityOf = (zone: string) => zone.split('/').at(-1)!.replaceAll('_', ' ');

const parts = new Map<string, Intl.DateTimeFormat>();

/** How far clocks of the zone are ahead of UTC at the moment, in milliseconds. */
function aheadOfUtc(zone: string, at: number) {
  let formatter = parts.get(zone);
  if (!formatter) {
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
    parts.set(zone, formatter = new Intl.DateTimeFormat('sv-SE', { ...digits, hourCycle: 'h23', timeZone: zone }));
  }
  const whole = Math.floor(at / 1000) * 1000;
  return Date.parse(`${formatter.format(new Date(whole)).replace(' ', 'T')}Z`) - whole;
}
