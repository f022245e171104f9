import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePaper } from './paper';

/** Traffic Light Protocol 2.0, in rising order of restriction. */
export const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const;
export type Tlp = (typeof tlps)[number];

const words: Record<Tlp, string> = { CLEAR: 'TLP:CLEAR', GREEN: 'TLP:GREEN', AMBER: 'TLP:AMBER', AMBER_STRICT: 'TLP:AMBER+STRICT', RED: 'TLP:RED' };

/** The marking as the standard writes it, in every language. */
export const tlpWord = (tlp: Tlp) => words[tlp];

type Report = (source: symbol, tlp: Tlp | null) => void;
const Reporting = createContext<Report>(() => {});
const Highest = createContext<Tlp | null>(null);

/** Keeps the strictest marking of all that is on the page; what is copied from it carries it along. */
export function MarkingProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ReadonlyMap<symbol, Tlp>>(new Map());
  const report = useMemo<Report>(() => (source, tlp) => setShown((before) => {
    if ((before.get(source) ?? null) === tlp) return before;
    const after = new Map(before);
    if (tlp) after.set(source, tlp);
    else after.delete(source);
    return after;
  }), []);
  const highest = strictest([...shown.values()]);
  useEffect(() => {
    document.title = highest ? `[${words[highest]}] CaseManager` : 'CaseManager';
  }, [highest]);
  usePaper(highest ? words[highest] : t('marking.none'));
  useEffect(() => {
    if (!highest) return;
    const copied = (event: ClipboardEvent) => {
      const text = document.getSelection()?.toString();
      if (!text || event.defaultPrevented || document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement) return;
      event.clipboardData?.setData('text/plain', `[${words[highest]}] ${text}\n[${t('marking.copied', { marking: words[highest] })}]`);
      event.preventDefault();
    };
    document.addEventListener('copy', copied);
    return () => document.removeEventListener('copy', copied);
  }, [highest, t]);
  return (
    <Reporting.Provider value={report}>
      <Highest.Provider value={highest}>{children}</Highest.Provider>
    </Reporting.Provider>
  );
}

/** What is shown here is under this marking, as long as it is shown. */
export function useMarking(tlp: Tlp | null | undefined) {
  const report = useContext(Reporting);
  const [source] = useState(() => Symbol());
  useEffect(() => {
    report(source, tlp ?? null);
    return () => report(source, null);
  }, [report, source, tlp]);
}

export function strictest(all: readonly Tlp[]): Tlp | null {
  return all.reduce<Tlp | null>((high, tlp) => (high && tlps.indexOf(high) >= tlps.indexOf(tlp) ? high : tlp), null);
}

/** At the top and the bottom of every page, and on paper. */
export function MarkingBand({ place }: { place: 'top' | 'bottom' }) {
  const { t } = useTranslation();
  const tlp = useContext(Highest);
  return (
    <div className="band" data-tlp={tlp ?? 'none'} data-place={place} role="note" aria-label={t('marking.page')}>
      {tlp ? words[tlp] : t('marking.none')}
    </div>
  );
}

export function TlpBadge({ tlp }: { tlp: Tlp }) {
  return <span className="tlp" data-tlp={tlp}>{words[tlp]}</span>;
}
