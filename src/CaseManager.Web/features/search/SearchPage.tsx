import { Button, Chip, CloseButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconHash, IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../gql';
import { OfficerSelect } from '../../records/OfficerSelect';
import { nameOf, placeOf, RecordNamed } from '../../records/place';
import { Empty, Faces } from '../../ui/Faces';
import { useKeys } from '../../ui/keys';
import { strictest, useMarking } from '../../ui/Marking';
import { usePeek } from '../../ui/Peek';
import { useRows } from '../../ui/rows';
import { Hit, HitRow, kinds, Pieces, tlpOf } from './Hit';
import { useRecent } from './recent';

const Found = graphql(`
  query Found($text: String!, $types: [String!], $tag: String, $person: ID, $after: String) {
    search(text: $text, types: $types, tag: $tag, person: $person, first: 20, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...Hit }
    }
  }
`);

const weighed = 200; // matches of a kind; of more only the last changed are weighed (SearchTable.cs)
const route = getRouteApi('/search');

/** One box over everything one may see. What is looked for is in the address. */
export function SearchPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const [tag, setTag] = useState(search.tag ?? '');
  const box = useRef<HTMLInputElement>(null);
  const { recent, keep, forget } = useRecent();
  const asked = Boolean(search.q || search.tag || search.person);
  const [after, setAfter] = useState<string>();

  const change = (next: Partial<typeof search>) => {
    setAfter(undefined);
    void navigate({ search: { ...search, ...next }, replace: true });
  };
  const look = useDebouncedCallback((next: Partial<typeof search>) => change(next), 250);
  useEffect(() => setWords(search.q ?? ''), [search.q]);
  useEffect(() => {
    if (!search.q) return;
    const settled = setTimeout(() => keep(search.q!), 2_000);
    return () => clearTimeout(settled);
  }, [search.q, keep]);
  useKeys([{ keys: '/', text: t('search.box'), run: () => box.current?.select() }]);

  return (
    <Stack>
      <Title order={1} size="h2">{t('search.title')}</Title>
      <TextInput
        ref={box} size="lg" type="search" label={t('search.label')} description={t('search.hint')} leftSection={<IconSearch size={20} aria-hidden />} autoFocus value={words}
        rightSection={words && <CloseButton aria-label={t('faces.clear')} onClick={() => { setWords(''); change({ q: undefined }); box.current?.focus(); }} />}
        onChange={(event) => { setWords(event.currentTarget.value); look({ q: event.currentTarget.value || undefined }); }}
        onKeyDown={(event) => { if (event.key === 'Enter') { change({ q: words || undefined }); keep(words); } }}
      />
      <Chip.Group multiple value={search.types ?? []} onChange={(types) => change({ types: types.length > 0 ? types : undefined })}>
        <Group gap={4} role="group" aria-label={t('search.types')}>{kinds.map((kind) => <Chip key={kind} value={kind} size="sm">{t(`search.kinds.${kind}`)}</Chip>)}</Group>
      </Chip.Group>
      <Group align="end" gap="md">
        <TextInput
          label={t('search.tag')} leftSection={<IconHash size={16} aria-hidden />} w={150} value={tag}
          onChange={(event) => { const next = event.currentTarget.value.replace(/^#/, ''); setTag(next); look({ tag: next || undefined }); }}
        />
        <OfficerSelect label={t('search.person')} departed value={search.person ?? ''} onChange={(person) => change({ person: person || undefined })} />
      </Group>
      {asked ? <Results key={JSON.stringify(search)} search={search} after={after} more={setAfter} /> : (
        recent.length === 0 ? <Empty>{t('search.start')}</Empty> : (
          <section aria-labelledby="recent">
            <Group gap="xs" mb="xs"><Title order={2} size="h5" id="recent">{t('search.recent')}</Title><Button size="compact-xs" variant="subtle" onClick={forget}>{t('search.forget')}</Button></Group>
            <Group gap="xs">{recent.map((one) => <Button key={one} size="compact-sm" variant="default" onClick={() => change({ q: one })}>{one}</Button>)}</Group>
          </section>
        )
      )}
    </Stack>
  );
}

type Asked = { q?: string; types?: string[]; tag?: string; person?: string };

function Results({ search, after, more }: { search: Asked; after?: string; more: (after: string) => void }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({
    query: Found, variables: { text: search.q ?? '', types: search.types ?? null, tag: search.tag ?? null, person: search.person ?? null, after },
  });
  const nodes = data?.search?.nodes ?? [];
  useMarking(strictest(nodes.flatMap((node) => tlpOf(read(Hit, node)) ?? [])));
  return (
    <Faces data={data?.search} error={error}>
      {(found) => found.totalCount === 0 ? <Empty>{t('search.none')}</Empty> : (
        <>
          <div>
            <Text size="sm" c="dimmed" role="status">{t('search.count', { count: found.totalCount })}</Text>
            {found.totalCount >= weighed && <Text size="sm">{t('search.bound', { count: weighed })}</Text>}
          </div>
          <Hits nodes={found.nodes ?? []} />
          {found.pageInfo.hasNextPage && <Button variant="default" className="start" onClick={() => more(found.pageInfo.endCursor!)}>{t('faces.more')}</Button>}
        </>
      )}
    </Faces>
  );
}

function Hits({ nodes }: { nodes: readonly FragmentType<typeof Hit>[] }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { peek } = usePeek();
  const hits = read(Hit, nodes);
  const rowOf = useRows(hits.length, {
    open: (at) => {
      const record = read(RecordNamed, hits[at]!.record!);
      void go(placeOf(record) ?? { to: '/search', search: { person: record.id } });
    },
    peek: (at) => {
      const { record, excerpt } = hits[at]!;
      const named = read(RecordNamed, record!);
      peek({ id: named.id, title: nameOf(t, named), body: <><Text size="sm" className="wrap"><Pieces of={excerpt} /></Text>{named.__typename === 'TimelineEntry' && <Text size="sm" mt="md" className="wrap">{named.said}</Text>}</> });
    },
  });
  return (
    <ul className="hits">
      {hits.map((hit, at) => hit.record && <li key={hit.record.id} className="hit" {...rowOf(at)}><HitRow hit={nodes[at]!} /></li>)}
    </ul>
  );
}
