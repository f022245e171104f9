import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeek } from '../../ui/Peek';
import type { Line } from './entries';
import { EntryPeek } from './EntryPeek';

/** The address says which entry is open in the panel: opening, closing and going back all go through it. */
export function useEntryPeek(
  entry: string | undefined, lines: readonly Line[], asOf: string | undefined, correct: (what: { correct: string }) => void, go: (entry?: string) => void,
) {
  const { t } = useTranslation();
  const { peeked, peek, close } = usePeek();
  const shown = useRef<string>(undefined);
  const then = asOf === undefined ? undefined : lines.find((line) => line.entry === entry);

  useEffect(() => {
    if (entry === shown.current) return;
    shown.current = entry;
    if (entry) peek({ id: entry, title: t('timeline.entry'), body: <EntryPeek id={entry} then={then} asOf={asOf} correct={() => correct({ correct: entry })} /> });
    else close();
  }, [entry, then, asOf, correct, peek, close, t]);

  // Closed by the panel itself.
  const open = useRef(false);
  useEffect(() => {
    const mine = peeked !== undefined && peeked.id === shown.current;
    if (open.current && !mine && shown.current !== undefined) {
      shown.current = undefined;
      go(undefined);
    }
    open.current = mine;
  }, [peeked, go]);

  useEffect(() => () => {
    if (open.current) close();
  }, [close]);

  return (next: string) => go(next === entry ? undefined : next);
}
