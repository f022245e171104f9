import { IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Board, BoardLine } from './useBoard';
import { digits, short, useNow } from './now';
import { localeOf } from '../../../ui/language';

/** Whether the last order is known to have arrived at a site: after how many seconds, or for how long not. */
export function Acknowledged({ line, order }: { line: BoardLine; order: Board['order'] }) {
  const { t, i18n } = useTranslation();
  if (line.acknowledgedAt && order) {
    return (
      <span className="heard" title={`${digits(line.acknowledgedAt, 'UTC', true)} UTC`}>
        <IconCheck size="1.1em" aria-hidden /> {t('board.heard', { after: took(i18n.language, order.at, line.acknowledgedAt) })}
      </span>
    );
  }
  return line.unconfirmedSince ? <Unconfirmed since={line.unconfirmedSince} /> : <span className="quiet">—</span>;
}

function Unconfirmed({ since }: { since: string }) {
  const { t } = useTranslation();
  const silent = useNow() - Date.parse(since);
  return (
    <span className="unconfirmed" data-long={silent > 60_000}>
      <IconAlertTriangleFilled size="1.1em" aria-hidden /> {t('board.unconfirmed')} <span className="tabular">{short(silent)}</span>
    </span>
  );
}

/** Seconds while they say something; minutes and seconds beyond. */
export function took(language: string, from: string, to: string) {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (seconds >= 120) return short(seconds * 1000);
  return `${new Intl.NumberFormat(localeOf(language)).format(seconds)}\u00a0s`; // the unit's symbol is one for both languages (ISO 80000-3)
}
