import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { useKeys } from './keys';

type Act = { text: string; run: (at: number) => void };

/** Rows one goes through with J and K; Enter opens one, Space shows it at the side. Says what each row needs for that. */
export function useRows(count: number, { next, previous, open, peek }: { next: string; previous: string; open: Act; peek?: Act }) {
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
  useKeys([
    { keys: 'j', text: next, run: () => go(within() ? here + 1 : here) },
    { keys: 'k', text: previous, run: () => go(within() ? here - 1 : here) },
  ]);

  return (row: number) => ({
    ref: (element: HTMLElement | null) => void (element ? rows.current.set(row, element) : rows.current.delete(row)),
    tabIndex: row === here ? 0 : -1,
    onFocus: () => setAt(row),
    onClick: (event: MouseEvent<HTMLElement>) => {
      const inner = (event.target as HTMLElement).closest('a, button, input, select, textarea, label');
      if (!inner && !document.getSelection()?.toString()) open.run(row);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return;
      if (event.key === 'Enter') open.run(row);
      else if (event.key === ' ' && peek) peek.run(row);
      else return;
      event.preventDefault();
    },
  });
}
