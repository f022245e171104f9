import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys';

type Act = (row: number) => void;

/** Rows one goes through with J and K; Enter opens one (or shows it, where it has no page), Space shows it at the side. Says what each row needs for that. */
export function useRows(count: number, { open, peek }: { open?: Act; peek?: Act }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const rows = useRef(new Map<number, HTMLElement>());
  const here = Math.min(at, Math.max(0, count - 1));
  const go = (to: number) => {
    const row = rows.current.get(Math.max(0, Math.min(count - 1, to)));
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  // The first J comes to the row that Tab would come to.
  const within = () => rows.current.get(here)?.contains(document.activeElement) ?? false;
  const enter = open ?? peek;
  useKeys(!enter ? [] : [
    { keys: 'j', text: t('rows.next'), run: () => go(within() ? here + 1 : here) },
    { keys: 'k', text: t('rows.previous'), run: () => go(within() ? here - 1 : here) },
  ]);

  return (row: number) => (enter ? {
    ref: (element: HTMLElement | null) => void (element ? rows.current.set(row, element) : rows.current.delete(row)),
    tabIndex: row === here ? 0 : -1,
    onFocus: () => setAt(row),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const inner = (event.target as HTMLElement).closest('a, button, input, select, textarea, label');
      if (!inner && !document.getSelection()?.toString()) enter(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return;
      if (event.key === 'Enter') enter(row);
      else if (event.key === ' ' && peek) peek(row);
      else return;
      event.preventDefault();
    },
  } : {});
}
