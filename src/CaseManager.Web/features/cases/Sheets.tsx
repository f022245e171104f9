import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MarkedOf } from '../../records/marking';
import { day } from '../../ui/When';
import type { Line } from './entries';
import { EntrySheet } from './EntrySheet';

export type SheetsHandle = { show: (entry: string) => void; first: () => string | undefined; top: () => void };
type Row = { day: string } | { line: Line; place: number };

const heading = 40; // px, as .day
const ahead = 120; // entries asked for before they are scrolled to

/** The entries one sees, and a few around them, each day under its heading; as large as all that are known. */
export function Sheets({ lines, total, fresh, at, marking, under, pending, near, reading, open, tag, ref }: {
  lines: readonly Line[]; total: number; fresh: ReadonlySet<string>; at?: string; marking: MarkedOf; under: number; pending: boolean;
  near: () => void; reading: (so: boolean) => void; open: (entry: string) => void; tag: (tag: string) => void; ref: Ref<SheetsHandle>;
}) {
  const { t, i18n } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  const { rows, headings, places } = useMemo(() => rowsOf(lines, i18n.language), [lines, i18n.language]);

  // What stands above the list grows and shrinks: the filter's pieces, the histogram.
  useLayoutEffect(() => {
    const measure = () => list.current && setAbove(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(list.current!.closest('main')!);
    return () => watch.disconnect();
  }, []);

  const window_ = useWindowVirtualizer({
    count: rows.length, overscan: 6, useFlushSync: false, scrollMargin: above, scrollPaddingStart: under + heading, scrollPaddingEnd: 40,
    estimateSize: (index) => ('day' in rows[index]! ? heading : guess(rows[index]!.line)),
    getItemKey: (index) => ('day' in rows[index]! ? `${index} ${rows[index]!.day}` : rows[index]!.line.entry),
  });
  const items = window_.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - ahead) near();
  }, [last, rows.length, near]);

  // Whoever reads further down keeps their place.
  useEffect(() => {
    const told = () => reading(window.scrollY + under > above + 8);
    told();
    window.addEventListener('scroll', told, { passive: true });
    return () => {
      window.removeEventListener('scroll', told);
      reading(false);
    };
  }, [above, under, reading]);

  useImperativeHandle(ref, () => ({
    show(entry) {
      const index = places.get(entry);
      if (index === undefined) return;
      window_.scrollToIndex(index, { align: 'auto' });
      const focus = (tries: number) => {
        const found = list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry)}"]`);
        if (found) found.focus({ preventScroll: true });
        else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
      };
      requestAnimationFrame(() => focus(20));
    },
    // The uppermost that can be read in full.
    first() {
      const from = window.scrollY + under + heading;
      const found = window_.getVirtualItems().find((item) => item.start >= from - 1 && 'line' in rows[item.index]!);
      const row = found && rows[found.index];
      return row && 'line' in row ? row.line.entry : undefined;
    },
    top: () => window.scrollTo({ top: 0 }),
  }), [places, rows, under, window_]);

  // For the pointer, what J, K and Enter do for the keys.
  useEffect(() => {
    const whole = list.current!;
    const clicked = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || document.getSelection()?.isCollapsed === false) return;
      const tagged = target.closest<HTMLElement>('[data-tag]');
      const entry = target.closest<HTMLElement>('[data-entry]');
      if (tagged) tag(tagged.dataset.tag!);
      else if (entry) open(entry.dataset.entry!);
    };
    whole.addEventListener('click', clicked);
    return () => whole.removeEventListener('click', clicked);
  }, [open, tag]);

  const printing = usePrinting();
  const shown = printing ? rows.map((_, index) => ({ index, key: window_.options.getItemKey(index), start: 0 })) : items;
  const seen = window_.getVirtualItemForOffset((window_.scrollOffset ?? 0) + under)?.index ?? 0;
  const stuck = headings.findLast((index) => index <= seen);
  return (
    <div
      ref={list} className={pending ? 'sheets pending' : 'sheets'} role="group" aria-busy={pending} aria-label={t('timeline.title')}
      style={{ height: printing ? 'auto' : window_.getTotalSize() }}
    >
      {!printing && stuck !== undefined && <div className="day stuck" style={{ top: under }} aria-hidden>{(rows[stuck] as { day: string }).day}</div>}
      {shown.map((item) => {
        const row = rows[item.index]!;
        return (
          <div key={item.key} ref={printing ? undefined : window_.measureElement} data-index={item.index} className={printing ? undefined : 'sheet-row'} style={printing ? undefined : { transform: `translateY(${item.start - above}px)` }}>
            {'day' in row ? <h3 className="day">{row.day}</h3> : (
              <EntrySheet line={row.line} place={row.place} of={total} fresh={fresh.has(row.line.entry)} here={row.line.entry === at} first={at === undefined && row.place === 1} marking={marking} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Whether the page goes to paper, where all that is known is laid out. */
function usePrinting() {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

const days = new WeakMap<Line, { language: string; day: string }>();

/** The day in the place where it happened. */
function dayOf(line: Line, language: string) {
  const known = days.get(line);
  if (known?.language === language) return known.day;
  const found = day(language, line.occurredAt, line.occurredZone);
  days.set(line, { language, day: found });
  return found;
}

function rowsOf(lines: readonly Line[], language: string) {
  const rows: Row[] = [];
  const headings: number[] = [];
  const places = new Map<string, number>();
  let before: string | undefined;
  lines.forEach((line, at) => {
    const today = dayOf(line, language);
    if (today !== before) headings.push(rows.push({ day: today }) - 1);
    before = today;
    places.set(line.entry, rows.push({ line, place: at + 1 }) - 1);
  });
  return { rows, headings, places };
}

// Close enough that nothing jumps when it is measured.
const guess = (line: Line) => 36 + 22 * Math.max(1, Math.ceil(line.text.length / 92));
