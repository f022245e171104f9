import { useLayoutEffect, useRef, useState } from 'react';

/**
 * Rows in the order they should stand in, which does not change under the eyes of whoever points at them or is among them by keyboard: then it
 * waits, and `waits` says so. Rows that move glide to their place.
 */
export function useHeldOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const body = useRef<HTMLTableSectionElement>(null);
  const places = useRef(new Map<string, number>());
  const [kept, setKept] = useState<readonly string[]>([]);
  const [pointed, setPointed] = useState(false);
  const [entered, setEntered] = useState(false);
  const wanted = rows.map(keyOf);
  const held = (pointed || entered) && kept.length === wanted.length && kept.every((key) => wanted.includes(key));
  const keys = held ? kept : wanted;
  const shown = keys.join();

  useLayoutEffect(() => {
    setKept(shown.split(','));
    const before = places.current;
    places.current = new Map();
    for (const row of body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []) {
      const [key, top] = [row.dataset.row!, row.offsetTop];
      const was = before.get(key);
      places.current.set(key, top);
      if (was !== undefined && was !== top && !matchMedia('(prefers-reduced-motion: reduce)').matches)
        row.animate([{ transform: `translateY(${was - top}px)` }, { transform: 'none' }], { duration: 350, easing: 'ease-out' });
    }
  }, [shown]);

  return {
    rows: keys.map((key) => rows.find((row) => keyOf(row) === key)!),
    waits: held && shown !== wanted.join(),
    of: {
      ref: body,
      onPointerEnter: () => setPointed(true), onPointerLeave: () => setPointed(false),
      onFocus: () => setEntered(true), onBlur: () => setEntered(false),
    },
  };
}
