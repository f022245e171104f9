import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../ui/language';
import type { Sheet } from './entries';

/** Prints all of a timeline: fetches first what was not scrolled to. */
export function PrintTimeline({ sheet, all }: { sheet: Sheet; all: (stop: AbortSignal) => Promise<boolean> }) {
  const { t, i18n } = useTranslation();
  const [fetching, setFetching] = useState<AbortController>();
  const number = new Intl.NumberFormat(localeOf(i18n.language));
  const [shown, total] = [number.format(sheet.lines.length), number.format(sheet.total ?? 0)];

  async function fetchAndPrint() {
    const stop = new AbortController();
    setFetching(stop);
    const whole = await all(stop.signal);
    setFetching(undefined);
    // Once the last of them are in the page.
    if (whole) requestAnimationFrame(() => window.print());
  }

  return (
    <>
      {fetching && <span role="status"><progress value={sheet.lines.length} max={sheet.total} aria-label={t('timeline.print')} /> {t('timeline.fetched', { shown, total })}</span>}
      {fetching
        ? <Button size="compact-sm" variant="default" onClick={() => fetching.abort()}>{t('timeline.stop')}</Button>
        : <Button size="compact-sm" variant="subtle" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => void fetchAndPrint()}>{t('timeline.print')}</Button>}
    </>
  );
}
