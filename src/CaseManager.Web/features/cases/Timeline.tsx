import { Button, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowUp, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read } from '../../gql';
import type { Tlp } from '../../gql/graphql';
import { type MarkedOf, useMarked } from '../../records/marking';
import { useRights } from '../../records/useLists';
import { Empty, Faces } from '../../ui/Faces';
import { FilterBox } from '../../ui/FilterBox';
import { parse, type Tree, withTerm } from '../../ui/filter';
import { useKeys } from '../../ui/keys';
import { useLive } from '../../ui/live';
import { ownZone } from '../../ui/settings';
import { cityOf } from '../../ui/zones';
import { CorrectEntry } from './CorrectEntry';
import { EntryLine } from './entries';
import { PrintTimeline } from './PrintTimeline';
import { RecordEntry } from './RecordEntry';
import { Sheets, type SheetsHandle } from './Sheets';
import { TimelineHistogram } from './TimelineHistogram';
import { timelineWhere, timelineWords, wordOf } from './timelineWords';
import { useEntryPeek } from './useEntryPeek';
import { usePeople } from './usePeople';
import { useSheet } from './useSheet';

const Changed = graphql(`subscription TimelineChanged($case: ID!, $since: String) { timelineChanged(case: $case, since: $since) { ...EntryLine } }`);

const route = getRouteApi('/cases/$number/timeline');
const facets = (['is', 'tlp', 'scheme', 'source'] as const).map(wordOf);

/** What happened, newest first, day by day: as much as one scrolls to, and what comes meanwhile by itself. */
export function Timeline({ of, tlp, marking, asOf }: { of: string; tlp: Tlp; marking: MarkedOf; asOf?: string }) {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useRef<HTMLInputElement>(null);
  const list = useRef<SheetsHandle>(null);
  const { ref: bar, height } = useElementSize();
  const [writing, setWriting] = useState<'new' | { correct: string }>();
  const [at, setAt] = useState<string>();
  const said = search.q ?? '';

  const { tree } = useMemo(() => parse(said, timelineWords), [said]);
  const { people, known } = usePeople(tree);
  const where = useMemo(() => (known ? timelineWhere(tree, ownZone(), people) : null), [tree, people, known]);
  // The bars show the time round what is chosen, too.
  const whole = useMemo(() => (known ? timelineWhere(untimed(tree), ownZone(), people) : null), [tree, people, known]);
  const { store, sheet } = useSheet({ of, where, asOf }, known);
  useMarked(useMemo(() => sheet.lines.map((line) => line.marking), [sheet.lines]));

  // Without a told entry the line was away: what happened then is not known.
  useLive(Changed, { case: of }, (told) => (told ? store.tell(read(EntryLine, told.timelineChanged)) : store.again()), asOf === undefined ? sheet.point : undefined);
  // An entry that one may read no longer is not told of.
  useRights(store.again, asOf === undefined ? sheet.point : undefined);

  const look = (q: string) => void navigate({ search: { ...search, q: q || undefined }, replace: true, resetScroll: false });
  const open = useEntryPeek(search.entry, sheet.lines, asOf, setWriting, (entry) => void navigate({ search: { ...search, entry }, replace: true, resetScroll: false }));
  const done = () => {
    setWriting(undefined);
    if (at) list.current?.show(at);
  };
  const correct = (entry?: string) => {
    const line = sheet.lines.find((one) => one.entry === entry);
    if (entry && !line?.derived) setWriting({ correct: entry });
  };
  const move = (by: number) => {
    const here = sheet.lines.findIndex((line) => line.entry === at);
    const next = here < 0 ? list.current?.first() : sheet.lines[Math.max(0, Math.min(sheet.lines.length - 1, here + by))]?.entry;
    if (next === undefined || next === at) return;
    setAt(next);
    list.current?.show(next);
    if (search.entry) open(next);
  };

  useKeys([
    { keys: 'j', text: t('timeline.keys.next'), run: () => move(1) },
    { keys: 'k', text: t('timeline.keys.previous'), run: () => move(-1) },
    { keys: 'Enter', text: t('timeline.keys.open'), run: () => at && open(at) },
    { keys: ' ', text: t('timeline.keys.open'), run: () => at && open(at) },
    { keys: '/', text: t('timeline.filter'), run: () => filter.current?.focus() },
    ...(asOf ? [] : [
      { keys: 'c', text: t('timeline.record'), run: () => setWriting('new') },
      { keys: 'e', text: t('record.correct'), run: () => correct(at) },
    ]),
  ]);

  return (
    <section aria-labelledby="timeline" style={{ '--bar': `${height}px` } as never}>
      <Title order={2} className="sr" id="timeline">{t('timeline.title')}</Title>
      <TimelineHistogram of={of} where={whole} asOf={asOf} said={said} look={look} />
      <div className="bar no-print" ref={bar}>
        <FilterBox
          label={t('timeline.filter')} words={timelineWords} value={said} onChange={look} box={filter}
          facets={facets.map((word) => ({ word, label: t(`timeline.facet.${word.key}` as never) }))} help={(word) => t(`timeline.words.${word}` as never)}
        />
        {!asOf && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWriting('new')} aria-keyshortcuts="C">{t('timeline.record')}</Button>}
        <div className="bar-foot">
          <span>{t('timeline.head.there')}</span>
          <span className="with-print">
            <span role="status">{sheet.total !== undefined && t('timeline.count', { count: sheet.total })}</span>
            {sheet.lines.length > 0 && <PrintTimeline sheet={sheet} all={store.all} />}
          </span>
          <span>{t('timeline.head.recorded', { zone: cityOf(ownZone()) })}</span>
        </div>
      </div>
      {sheet.total !== undefined && !sheet.whole && <p className="print-only">{t('timeline.printedPart', { shown: sheet.lines.length, total: sheet.total })}</p>}
      {sheet.waiting.length > 0 && (
        <div className="news no-print" style={{ top: 76 + height + 48 }}>
          <button type="button" onClick={() => { store.show(); list.current?.top(); }}><IconArrowUp size={14} aria-hidden /> {t('timeline.news', { count: sheet.waiting.length })}</button>
        </div>
      )}
      <Faces data={sheet.total} error={sheet.error}>
        {(total) => sheet.lines.length === 0 ? (
          <Empty>{said ? t('timeline.noMatch') : t('timeline.none')}</Empty>
        ) : (
          <Sheets
            key={i18n.language} ref={list} lines={sheet.lines} total={total} fresh={sheet.fresh} at={at} marking={marking} under={76 + height} pending={sheet.old}
            near={store.more} reading={store.isRead}
            open={(entry) => { setAt(entry); open(entry); }} tag={(tag) => look(withTerm(said, wordOf('tag').names[i18n.language === 'fr' ? 1 : 0], tag))}
          />
        )}
      </Faces>
      {sheet.whole && sheet.lines.length > 10 && <Text size="sm" c="dimmed" ta="center" py="md">{t('timeline.beginning')}</Text>}
      {writing === 'new' && <RecordEntry of={of} tlp={tlp} done={done} />}
      {typeof writing === 'object' && <CorrectEntry key={writing.correct} id={writing.correct} done={done} />}
    </section>
  );
}

const timed = (part: Tree) => part.is === 'term' && (part.word === 'after' || part.word === 'before');

/** The filter without its own after: and before:. */
function untimed(tree?: Tree): Tree | undefined {
  if (!tree || timed(tree)) return undefined;
  if (tree.is !== 'and') return tree;
  const of = tree.of.filter((part) => !timed(part));
  return of.length > 0 ? { ...tree, of } : undefined;
}
