import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaper } from './paper';

/** Traffic Light Protocol 2.0, in rising order of restriction. */
export const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;
export type Tlp = (typeof tlps)[number];

const words: Record<Tlp, string> = { CLEAR: 'TLP:CLEAR', GREEN: 'TLP:GREEN', AMBER: 'TLP:AMBER', AMBER_STRICT: 'TLP:AMBER+STRICT', RED: 'TLP:RED' };

/** The marking as the standard writes it, in every language. */
export const tlpWord = (tlp: Tlp) => words[tlp];

const kinds = ['handling', 'released', 'not', 'sealed', 'embargo'] as const;

/** One restriction beside the TLP, as it is written; `long` is how it goes out, where what it says does not fit the page's edge. */
export type Caveat = { kind: (typeof kinds)[number]; word: string; long?: string };

/** All of several records, each once, in the order in which they are written. */
export const caveatsTogether = (all: readonly Caveat[]): Caveat[] =>
  [...new Map(all.map((one) => [`${one.kind} ${one.word} ${one.long ?? ''}`, one])).values()].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));

type Shown = { tlp: Tlp; caveats: string };
type Report = (source: symbol, shown: Shown | null) => void;
const Reporting = createContext<Report>(() => {});
const OnPage = createContext<{ tlp: Tlp | null; said: string }>({ tlp: null, said: '' });

/** Keeps the strictest marking of all that is on the page; what is copied from it carries it along. */
export function MarkingProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ReadonlyMap<symbol, Shown>>(new Map());
  const report = useMemo<Report>(() => (source, now) => setShown((before) => {
    const was = before.get(source);
    if (was?.tlp === now?.tlp && was?.caveats === now?.caveats) return before;
    const after = new Map(before);
    if (now) after.set(source, now);
    else after.delete(source);
    return after;
  }), []);
  const highest = strictest([...shown.values()].map(({ tlp }) => tlp));
  const caveats = useMemo(() => caveatsTogether([...shown.values()].flatMap((one) => JSON.parse(one.caveats) as Caveat[])), [shown]);
  const said = highest ? [words[highest], ...new Set(caveats.map(({ word }) => word))].join(' · ') : t('marking.none');
  const long = highest && [words[highest], ...caveats.map((one) => one.long ?? one.word)].join(' · ');
  const onPage = useMemo(() => ({ tlp: highest, said }), [highest, said]);
  useEffect(() => {
    document.title = highest ? `[${words[highest]}] CaseManager` : 'CaseManager';
  }, [highest]);
  usePaper(long ?? said);
  useEffect(() => {
    if (!long) return;
    const copied = (event: ClipboardEvent) => {
      const text = document.getSelection()?.toString();
      if (!text || event.defaultPrevented || document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement) return;
      event.clipboardData?.setData('text/plain', `[${long}] ${text}\n[${t('marking.copied', { marking: long })}]`);
      event.preventDefault();
    };
    document.addEventListener('copy', copied);
    return () => document.removeEventListener('copy', copied);
  }, [long, t]);
  return (
    <Reporting.Provider value={report}>
      <OnPage.Provider value={onPage}>{children}</OnPage.Provider>
    </Reporting.Provider>
  );
}

/** What is shown here is under this marking, as long as it is shown. */
export function useMarking(tlp: Tlp | null | undefined, caveats: readonly Caveat[] = []) {
  const report = useContext(Reporting);
  const [source] = useState(() => Symbol());
  const said = JSON.stringify(caveats);
  useEffect(() => {
    report(source, tlp ? { tlp, caveats: said } : null);
    return () => report(source, null);
  }, [report, source, tlp, said]);
}

export function strictest(all: readonly Tlp[]): Tlp | null {
  return all.reduce<Tlp | null>((high, tlp) => (high && tlps.indexOf(high) >= tlps.indexOf(tlp) ? high : tlp), null);
}

/** At the top and the bottom of every page, and on paper. */
export function MarkingBand({ place }: { place: 'top' | 'bottom' }) {
  const { t } = useTranslation();
  const { tlp, said } = useContext(OnPage);
  return (
    <div className="band" data-tlp={tlp ?? 'none'} data-place={place} role="note" aria-label={t('marking.page')} title={tlp ? said : undefined}>
      {said || t('marking.none')}
    </div>
  );
}

export function TlpBadge({ tlp }: { tlp: Tlp }) {
  return <span className="tlp" data-tlp={tlp}>{words[tlp]}</span>;
}
