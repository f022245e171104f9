import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../gql';
import { useMarked } from '../../records/marking';
import { useFresh } from '../../records/useLists';
import { Empty, Faces } from '../../ui/Faces';
import { Grid } from '../../ui/Grid';
import { useKeys } from '../../ui/keys';
import { useAfter } from '../../ui/sorting';
import './evidence.css';
import { columnsOfAll, columnsOfCase, ExhibitLine } from './exhibitColumns';
import { filterOf, orderOf, type Which } from './exhibitFilter';
import { ExhibitPeek } from './ExhibitPeek';
import { kinds } from './KindIcon';

const Exhibits = graphql(`
  query Exhibits($where: ExhibitFilterInput, $order: [ExhibitSortInput!], $transit: Int, $after: String) {
    point
    exhibits(first: 40, after: $after, where: $where, order: $order, inTransitForHours: $transit) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number marking { ...Marked } ...ExhibitLine }
    }
  }
`);

const hours = [12, 24, 48, 72];

/** Exhibits of a case, or of all; which and in what order is in the address. */
export function ExhibitList({ of, me, which, change, none }: {
  of?: string; me: string; which: Which; change: (next: Which) => void; none: string;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const find = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(which.q ?? '');
  const columns = of ? columnsOfCase : columnsOfAll;
  const usual = of ? '-number' : '-recordedAt';
  const variables = { where: filterOf(which, of, me), order: orderOf(which.sort ?? usual, columns, of), transit: which.transit };
  const [after, more] = useAfter(JSON.stringify(variables));
  const [{ data, error }] = useQuery({ query: Exhibits, variables: { ...variables, after }, requestPolicy: 'cache-and-network' });
  useFresh(['Exhibit'], Exhibits, variables, data?.point);
  useMarked(useMemo(() => (data?.exhibits?.nodes ?? []).map((exhibit) => exhibit.marking), [data]));
  const look = useDebouncedCallback((q: string) => change({ q: q || undefined }), 250);
  useKeys([{ keys: '/', text: t('exhibits.find'), run: () => find.current?.focus() }]);
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
        {(exhibits) => exhibits.totalCount === 0 ? <Empty>{filtered ? t('exhibits.noMatch') : none}</Empty> : (
          <Grid
            list="exhibits" name={t('exhibits.title')} columns={columns} rows={(exhibits.nodes ?? []).map((node) => read(ExhibitLine, node as FragmentType<typeof ExhibitLine>))}
            said={t('exhibits.count', { count: exhibits.totalCount })} order={{ sort: which.sort, usual, change: (sort) => change({ sort }) }}
            open={({ id }) => void navigate({ to: '/exhibits/$id', params: { id } })} peek={({ id, number }) => ({ id, title: number, body: <ExhibitPeek id={id} /> })}
            more={exhibits.pageInfo.hasNextPage ? () => more(exhibits.pageInfo.endCursor) : undefined}
          />
        )}
      </Faces>
    </>
  );
}
