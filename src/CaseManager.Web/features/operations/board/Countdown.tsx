import { useTranslation } from 'react-i18next';
import { day } from '../../../ui/When';
import { digits, elapsed, short, useNow } from './now';

/** To H-hour, or since. A screen reader is told at 60, 30, 10, 5 and 1 minutes, and not every second. */
export function Countdown({ to }: { to: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const left = Date.parse(to) - Math.floor(now / 1000) * 1000;
  const { days, clock: shown } = elapsed(Math.abs(left));
  const minutes = Math.ceil(left / 60_000);
  const announced = [60, 30, 10, 5, 1].includes(minutes) ? t('board.minutes', { count: minutes }) : left <= 0 && left > -60_000 ? t('board.now') : '';
  return (
    <div className="clocks">
      <div className="countdown" role="timer" aria-live="off" data-near={left > 0 && left <= 10 * 60_000}>
        <span className="sign">{left >= 0 ? t('board.before') : t('board.after')}</span>
        {days > 0 && <span className="days">{t('board.days', { count: days })}</span>}
        <span>{shown}</span>
      </div>
      <p className="hhour">{t('board.hHour')} <strong><time dateTime={to}>{day(i18n.language, to, 'UTC')}, {digits(to, 'UTC', true)} UTC</time></strong></p>
      <span className="sr" aria-live="polite">{announced}</span>
    </div>
  );
}

/** The time that a clock in UTC shows, or one on the wall of a site. */
export function ZoneClock({ zone }: { zone: string }) {
  const now = useNow();
  return <time className="tabular" dateTime={new Date(now).toISOString()}>{digits(now, zone, true)}</time>;
}

/** How long it has lasted. */
export function Since({ at }: { at: string }) {
  return <span className="tabular">{short(useNow() - Date.parse(at))}</span>;
}
