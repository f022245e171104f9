import { Button, TextInput } from '@mantine/core';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from './days';
import { localeOf } from './language';
import './histogram.css';

/** How many there are from one moment until before another. */
export type Span = { from: string; until: string; count: number };

/**
 * Bars over time, of which a part may be chosen: by drawing over them, or by writing its first day and the day after its last. Dates are
 * those of `dateOf`; the same figures stand in a table.
 */
export function Histogram({ spans, from, until, dateOf, choose, texts }: {
  spans: readonly Span[]; from?: string; until?: string; dateOf: (moment: string) => string; choose: (from?: string, until?: string) => void;
  texts: { title: string; from: string; until: string; clear: string; table: string; span: string; count: string; drag: string };
}) {
  const { i18n } = useTranslation();
  const bars = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ start: number; end: number }>();
  const all = useMemo(() => filled(spans), [spans]);
  const most = Math.max(1, ...all.map((span) => span.count));
  const date = (moment: string) => new Intl.DateTimeFormat(localeOf(i18n.language), { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${dateOf(moment).slice(0, 10)}T12:00Z`));

  const indexAt = (event: PointerEvent) => {
    const box = bars.current!.getBoundingClientRect();
    return Math.max(0, Math.min(all.length - 1, Math.floor(((event.clientX - box.left) / box.width) * all.length)));
  };
  const end = () => {
    if (!drawn) return;
    const [low, high] = [Math.min(drawn.start, drawn.end), Math.max(drawn.start, drawn.end)];
    setDrawn(undefined);
    const [first, last] = [dateOf(all[low]!.from).slice(0, 10), dateOf(all[high]!.until)];
    // The day that the last span ends in is wholly in, unless the span ends as it begins.
    choose(first, last.endsWith('T00:00:00') && last.slice(0, 10) !== first ? last.slice(0, 10) : addDays(last.slice(0, 10), 1));
  };
  const inside = (at: number) => {
    if (drawn) return at >= Math.min(drawn.start, drawn.end) && at <= Math.max(drawn.start, drawn.end);
    return (!from || dateOf(all[at]!.until) > from) && (!until || dateOf(all[at]!.from) < until);
  };

  return (
    <section className="histogram no-print" aria-label={texts.title}>
      {all.length > 0 && (
        <>
          <div
            ref={bars} className="bars" data-chosen={(drawn ?? from ?? until) !== undefined} role="img" aria-label={`${texts.title}: ${date(all[0]!.from)} – ${date(all.at(-1)!.until)}`} title={texts.drag}
            onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setDrawn({ start: indexAt(event), end: indexAt(event) }); }}
            onPointerMove={(event) => drawn && setDrawn({ ...drawn, end: indexAt(event) })}
            onPointerUp={end} onPointerCancel={() => setDrawn(undefined)}
          >
            {all.map((span, at) => (
              <span key={span.from} className="bar-slot" data-in={inside(at)}>
                {span.count > 0 && <span style={{ height: `${Math.max(6, (span.count / most) * 100)}%` }} />}
              </span>
            ))}
          </div>
          <div className="axis" aria-hidden><span>{date(all[0]!.from)}</span><span>{most}</span><span>{date(all.at(-1)!.until)}</span></div>
        </>
      )}
      <div className="chosen">
        <TextInput size="xs" type="date" label={texts.from} value={from ?? ''} onChange={(event) => choose(event.currentTarget.value || undefined, until)} />
        <TextInput size="xs" type="date" label={texts.until} value={until ?? ''} onChange={(event) => choose(from, event.currentTarget.value || undefined)} />
        {(from ?? until) && <Button size="xs" variant="default" onClick={() => choose()}>{texts.clear}</Button>}
        <details>
          <summary>{texts.table}</summary>
          <table>
            <thead><tr><th scope="col">{texts.span}</th><th scope="col">{texts.count}</th></tr></thead>
            <tbody>
              {all.filter((span) => span.count > 0).map((span) => (
                <tr key={span.from}><th scope="row">{date(span.from)} – {date(span.until)}</th><td>{span.count}</td></tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}

/** With the empty spans between them, so that equal times are equally wide. */
function filled(spans: readonly Span[]): Span[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const width = Date.parse(first.until) - Date.parse(first.from);
  const known = new Map(spans.map((span) => [Date.parse(span.from), span]));
  const all: Span[] = [];
  for (let at = Date.parse(first.from); at < Date.parse(last.until) && all.length < 400; at += width) {
    all.push(known.get(at) ?? { from: new Date(at).toISOString(), until: new Date(at + width).toISOString(), count: 0 });
  }
  return all;
}
