import { useTranslation } from 'react-i18next';

/** A moment as a clock in a zone shows it; in UTC when one stays on it. */
export function When({ at, zone, seconds = false }: { at: string; zone?: string; seconds?: boolean }) {
  const { i18n } = useTranslation();
  return <time dateTime={at} title={`${clock(i18n.language, at, 'UTC', true)} UTC`}>{clock(i18n.language, at, zone, seconds)}</time>;
}

export function clock(language: string, at: string, zone?: string, seconds = false) {
  return new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined,
    hourCycle: 'h23', timeZone: zone,
  }).format(new Date(at));
}

export function day(language: string, at: string, zone?: string) {
  return new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: zone }).format(new Date(at));
}

export function time(language: string, at: string, zone?: string, seconds = false) {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined, hourCycle: 'h23', timeZone: zone,
  }).format(new Date(at));
}

const localeOf = (language: string) => (language === 'fr' ? 'fr-CA' : 'en-CA');
