import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import type { TimelineEntryFilterInput } from '../../gql/graphql';
import { Empty, Faces } from '../../ui/Faces';
import { useKeys } from '../../ui/keys';
import { useLive } from '../../ui/live';
import { strictest, useMarking } from '../../ui/Marking';
import { day } from '../../ui/When';
import { EntryLine, EntrySheet } from './EntrySheet';
import { RecordEntry } from './RecordEntry';

const Entries = graphql(`
  query Entries($case: ID!, $where: TimelineEntryFilterInput, $after: String) {
    case(id: $case) {
      id
      timeline(first: 50, after: $after, where: $where) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { node { id tlp occurredAt occurredZone ...EntryLine } }
      }
    }
  }
`);

const Changed = graphql(`subscription TimelineChanged($case: ID!) { timelineChanged(case: $case) { id ...EntryLine } }`);

const route = getRouteApi('/cases/$number/timeline');

/** What happened, newest first, day by day: as many as one scrolls to, and what comes meanwhile by itself. */
export function Timeline({ of }: { of: string }) {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(search.q ?? '');
  const [after, setAfter] = useState<string>();
  const [writing, setWriting] = useState(false);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const where = filterOf(search);
  const [{ data, error }, ask] = useQuery({ query: Entries, variables: { case: of, where, after } });
  const page = data?.case?.timeline;
  const entries = (page?.edges ?? []).map((edge) => edge.node);
  useMarking(strictest(entries.map((entry) => entry.tlp)));
  useKeys([{ keys: 'c', text: t('timeline.record'), run: () => setWriting(true) }, { keys: '/', text: t('timeline.filter'), run: () => filter.current?.focus() }]);

  // What is new stands where it belongs only in an answer of the server.
  useLive(Changed, { case: of }, (told) => {
    if (told) setFresh((before) => new Set(before).add(read(EntryLine, told.timelineChanged).id));
    setAfter(undefined);
    ask({ requestPolicy: 'network-only' });
  });

  const change = (next: Partial<typeof search>) => {
    setAfter(undefined);
    void navigate({ search: { ...search, ...next }, replace: true });
  };
  const look = useDebouncedCallback((q: string) => change({ q: q || undefined }), 250);

  const list = useRef<HTMLDivElement>(null);
  const rows = useWindowVirtualizer({
    count: entries.length, estimateSize: () => 88, overscan: 8, scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (at) => entries[at]!.id,
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (page?.pageInfo.hasNextPage && last >= entries.length - 10) setAfter(page.pageInfo.endCursor ?? undefined);
  }, [last, entries.length, page?.pageInfo.hasNextPage, page?.pageInfo.endCursor]);

  return (
    <Stack component="section" aria-labelledby="timeline">
      <Group justify="space-between" className="no-print">
        <Title order={2} size="h4" id="timeline">{t('timeline.title')}</Title>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWriting(true)} aria-keyshortcuts="C">{t('timeline.record')}</Button>
      </Group>
      {writing && <RecordEntry of={of} done={() => setWriting(false)} />}
      <Group align="end" className="no-print">
        <TextInput
          ref={filter} label={t('timeline.filter')} value={words} className="grow" aria-keyshortcuts="/"
          onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }}
          rightSection={words && <ActionIcon variant="subtle" color="gray" aria-label={t('faces.clear')} onClick={() => { setWords(''); change({ q: undefined }); }}><IconX size={14} aria-hidden /></ActionIcon>}
        />
        <SegmentedControl
          aria-label={t('timeline.which')} value={search.derived ?? 'all'}
          onChange={(derived) => change({ derived: derived === 'all' ? undefined : (derived as 'only' | 'none') })}
          data={[{ value: 'all', label: t('timeline.all') }, { value: 'none', label: t('timeline.written') }, { value: 'only', label: t('timeline.derived') }]}
        />
      </Group>
      <Faces data={page} error={error}>
        {(timeline) => (
          <>
            <Text size="sm" c="dimmed" role="status">{t('timeline.count', { count: timeline.totalCount })}</Text>
            {entries.length === 0 ? <Empty>{t('timeline.none')}</Empty> : (
              <div ref={list} role="feed" aria-busy={after !== undefined} aria-label={t('timeline.title')} style={{ height: rows.getTotalSize(), position: 'relative' }}>
                {rows.getVirtualItems().map((item) => {
                  const entry = entries[item.index]!;
                  const before = entries[item.index - 1];
                  const date = day(i18n.language, entry.occurredAt, entry.occurredZone);
                  return (
                    <div
                      key={item.key} ref={rows.measureElement} data-index={item.index}
                      style={{ position: 'absolute', insetInline: 0, transform: `translateY(${item.start - rows.options.scrollMargin}px)` }}
                    >
                      {(!before || day(i18n.language, before.occurredAt, before.occurredZone) !== date) && <h3 className="day">{date}</h3>}
                      <EntrySheet entry={entry} place={item.index + 1} of={timeline.totalCount} fresh={fresh.has(entry.id)} />
                    </div>
                  );
                })}
              </div>
            )}
          </>
        )}
      </Faces>
    </Stack>
  );
}

function filterOf(search: { q?: string; derived?: 'only' | 'none' }): TimelineEntryFilterInput | null {
  const all: TimelineEntryFilterInput[] = [];
  if (search.q) all.push({ or: [{ text: { contains: search.q } }, { tags: { some: { eq: search.q } } }] });
  if (search.derived) all.push({ derived: { eq: search.derived === 'only' } });
  return all.length > 0 ? { and: all } : null;
}
