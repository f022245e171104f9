import { useTranslation } from 'react-i18next';
import { localeOf } from './language';
import { ownZone, useSettings } from './settings';

/** A moment as a clock in a zone shows it; in UTC when one stays on it. */
export function When({ at, zone, seconds = false }: { at: string; zone?: string; seconds?: boolean }) {
  const { i18n } = useTranslation();
  useSettings(); // another zone shows at once
  return <time dateTime={at} title={`${clock(i18n.language, at, 'UTC', true)} UTC`}>{clock(i18n.language, at, zone, seconds)}</time>;
}

export const clock = (language: string, at: string, zone?: string, seconds = false) => format(language, seconds ? 'clockSeconds' : 'clock', at, zone);
export const date = (language: string, at: string, zone?: string) => format(language, 'date', at, zone);
export const day = (language: string, at: string, zone?: string) => format(language, 'day', at, zone);
export const time = (language: string, at: string, zone?: string, seconds = false) => format(language, seconds ? 'timeSeconds' : 'time', at, zone);

const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const dated = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const shapes = {
  date: dated,
  clock: { ...dated, ...hours },
  clockSeconds: { ...dated, ...hours, second: '2-digit' },
  day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: hours,
  timeSeconds: { ...hours, second: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// To make one takes a hundred times as long as to use it, and a long list uses thousands.
const made = new Map<string, Intl.DateTimeFormat>();

function format(language: string, shape: keyof typeof shapes, at: string, zone = ownZone()) {
  const key = `${language} ${shape} ${zone}`;
  let formatter = made.get(key);
  if (!formatter) made.set(key, formatter = new Intl.DateTimeFormat(localeOf(language), { ...shapes[shape], timeZone: zone }));
  return formatter.format(new Date(at));
}
