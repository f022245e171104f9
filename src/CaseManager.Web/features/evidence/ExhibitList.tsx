import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Empty, Faces } from '../../ui/Faces';
import { useKeys } from '../../ui/keys';
import { strictest, useMarking } from '../../ui/Marking';
import { usePeek } from '../../ui/Peek';
import { useRows } from '../../ui/rows';
import './evidence.css';
import { filterOf, orderOf, type Which } from './exhibitFilter';
import { ExhibitHeads } from './ExhibitHeads';
import { ExhibitLine } from './ExhibitLine';
import { ExhibitPeek } from './ExhibitPeek';
import { kinds } from './KindIcon';

const Exhibits = graphql(`
  query Exhibits($where: ExhibitFilterInput, $order: [ExhibitSortInput!], $transit: Int, $after: String) {
    exhibits(first: 40, after: $after, where: $where, order: $order, inTransitForHours: $transit) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number tlp ...ExhibitLine }
    }
  }
`);

const hours = [12, 24, 48, 72];

/** Exhibits of a case, or of all; which and in what order is in the address. */
export function ExhibitList({ of, me, which, change, asked, none }: {
  of?: string; me: string; which: Which; change: (next: Which) => void; asked: number; none: string;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { peek } = usePeek();
  const find = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(which.q ?? '');
  const variables = { where: filterOf(which, of, me), order: orderOf(which.sort, of), transit: which.transit };
  const list = JSON.stringify([variables, asked]);
  const [page, setPage] = useState<{ list: string; after?: string }>({ list });
  const after = page.list === list ? page.after : undefined;
  const [{ data, error }, ask] = useQuery({ query: Exhibits, variables: { ...variables, after }, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    if (asked > 0) ask({ requestPolicy: 'network-only' });
  }, [asked, ask]);
  const found = data?.exhibits?.nodes ?? [];
  useMarking(strictest(found.map((exhibit) => exhibit.tlp)));
  const look = useDebouncedCallback((q: string) => change({ q: q || undefined }), 250);
  useKeys([{ keys: '/', text: t('exhibits.find'), run: () => find.current?.focus() }]);
  const row = useRows(found.length, {
    next: t('exhibits.keys.next'), previous: t('exhibits.keys.previous'),
    open: { text: t('exhibits.keys.open'), run: (at) => void navigate({ to: '/exhibits/$id', params: { id: found[at]!.id } }) },
    peek: { text: t('exhibits.keys.peek'), run: (at) => peek({ id: found[at]!.id, title: found[at]!.number, body: <ExhibitPeek id={found[at]!.id} /> }) },
  });
  const filtered = Boolean(which.q || which.kind || which.status || which.provisional || which.overdue || which.transit || which.who);

  return (
    <>
      <Group align="end" gap="sm" className="no-print">
        <TextInput
          ref={find} label={t('exhibits.find')} value={words} className="grow" aria-keyshortcuts="/"
          onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }}
        />
        <NativeSelect
          label={t('exhibits.head.kind')} value={which.kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('exhibits.any') }, ...kinds.map((kind) => ({ value: kind, label: t(`exhibitKind.${kind}`) }))]}
        />
        <NativeSelect
          label={t('exhibits.inTransitOver')} value={which.transit ?? ''} onChange={(event) => change({ transit: Number(event.currentTarget.value) || undefined })}
          data={[{ value: '', label: t('exhibits.any') }, ...hours.map((count) => ({ value: String(count), label: t('exhibits.hours', { count }) }))]}
        />
      </Group>
      <Faces data={data?.exhibits} error={error}>
        {(exhibits) => (
          <>
            <Text size="sm" c="dimmed" role="status">{t('exhibits.count', { count: exhibits.totalCount })}</Text>
            {exhibits.totalCount === 0 ? <Empty>{filtered ? t('exhibits.noMatch') : none}</Empty> : (
              <table className="exhibits">
                <ExhibitHeads sort={which.sort} change={(sort) => change({ sort })} />
                <tbody>{found.map((line, at) => <ExhibitLine key={line.id} line={line} all={!of} row={row(at)} />)}</tbody>
              </table>
            )}
            {exhibits.pageInfo.hasNextPage && (
              <Button variant="default" className="start no-print" onClick={() => setPage({ list, after: exhibits.pageInfo.endCursor ?? undefined })}>{t('faces.more')}</Button>
            )}
          </>
        )}
      </Faces>
    </>
  );
}
