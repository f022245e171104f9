import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from './language';
import { clock } from './When';

const steps: [Intl.RelativeTimeFormatUnit, number][] = [['year', 31_557_600], ['month', 2_629_800], ['day', 86_400], ['hour', 3_600], ['minute', 60]]; // seconds

/** How far from now, as people say it: in 3 hours, 2 days ago; the moment itself when one stays on it. */
export function Ago({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const now = useMinutes();
  return <time dateTime={at} title={clock(i18n.language, at)}>{ago(i18n.language, at, now)}</time>;
}

export function ago(language: string, at: string, now: number) {
  const seconds = (Date.parse(at) - now) / 1000;
  const [unit, size] = steps.find(([, least]) => Math.abs(seconds) >= least) ?? steps.at(-1)!;
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** How long, in the two largest parts: 3 days 4 hours. */
export function span(language: string, milliseconds: number) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const parts: [number, string][] = [[Math.floor(minutes / 1440), 'day'], [Math.floor((minutes % 1440) / 60), 'hour'], [minutes % 60, 'minute']];
  const from = parts.findIndex(([count]) => count > 0);
  const said = parts.slice(from < 0 ? 2 : from).slice(0, 2).filter(([count], at) => count > 0 || at === 0).map(([count, unit]) =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  return said.join(' ');
}

/** The time of this machine, twice a minute. */
export function useMinutes() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
