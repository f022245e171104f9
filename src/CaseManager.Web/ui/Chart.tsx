import { Text } from '@mantine/core';
import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localeOf } from './language';
import { LinkTo } from './LinkTo';

export type Bar = { key: string; label: string; count: number; part?: number; to?: LinkProps };

/**
 * Counts as bars, and as the table that they stand in: label, number, and a bar beside them for the eye. `part` of a count is drawn darker.
 * Each number leads to what was counted.
 */
export function Bars({ title, head, bars, partHead }: { title: string; head: string; bars: readonly Bar[]; partHead?: string }) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const number = new Intl.NumberFormat(localeOf(i18n.language));
  return (
    <table className="bars" aria-label={title}>
      <thead>
        <tr>
          <th scope="col"><span className="sr">{head}</span></th>
          <th scope="col" className="count">{t('chart.count')}</th>
          {partHead && <th scope="col" className="count">{partHead}</th>}
          <th aria-hidden />
        </tr>
      </thead>
      <tbody>
        {bars.length === 0 && <tr><td colSpan={4}><Text size="sm" c="dimmed">{t('chart.none')}</Text></td></tr>}
        {bars.map(({ key, label, count, part, to }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="count">{to ? <LinkTo {...to} aria-label={t('chart.open', { label, count })}>{number.format(count)}</LinkTo> : number.format(count)}</td>
            {partHead && <td className="count">{number.format(part ?? 0)}</td>}
            <td className="bar" aria-hidden>
              <span style={{ inlineSize: `${(count / most) * 100}%` }}>{part ? <span style={{ inlineSize: `${(part / count) * 100}%` }} /> : null}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
