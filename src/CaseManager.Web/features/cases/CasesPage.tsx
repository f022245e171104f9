import { Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { IconColumns3, IconList, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../gql';
import { useMarked } from '../../records/marking';
import { SavedViews } from '../../records/SavedViews';
import { useFresh } from '../../records/useLists';
import { Empty, Faces } from '../../ui/Faces';
import { FilterBox } from '../../ui/FilterBox';
import { parse } from '../../ui/filter';
import { Grid } from '../../ui/Grid';
import { useKeys } from '../../ui/keys';
import { ownZone } from '../../ui/settings';
import { orderBy, useAfter } from '../../ui/sorting';
import { CaseBoard } from './CaseBoard';
import { caseColumns, CaseLine, usual } from './caseColumns';
import { CasePeek } from './CasePeek';
import './cases.css';
import { caseWhere, caseWords } from './caseWords';
import { OpenCase } from './OpenCase';
import { usePeople } from './usePeople';

const Cases = graphql(`
  query Cases($where: CaseFilterInput, $order: [CaseSortInput!], $after: String) {
    point
    cases(first: 50, after: $after, where: $where, order: $order) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id marking { ...Marked } ...CaseLine }
    }
  }
`);

const route = getRouteApi('/cases');
const facets = caseWords.filter((word) => ['stage', 'priority', 'is'].includes(word.key));

/** Every case one may see: as a list or by stage, found by the words of the filter, all of it in the address. */
export function CasesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useRef<HTMLInputElement>(null);
  const [opening, setOpening] = useState(false);
  const said = search.q ?? '';
  const { tree } = useMemo(() => parse(said, caseWords), [said]);
  const { people, known } = usePeople(tree);
  const order = useMemo(() => orderBy(search.sort ?? usual, caseColumns), [search.sort]);
  const where = useMemo(() => (known ? caseWhere(tree, ownZone(), people) : null), [tree, people, known]);
  const [after, more] = useAfter(JSON.stringify([said, order]));
  const [{ data, error }] = useQuery({ query: Cases, variables: { where, order, after }, pause: !known });
  useFresh(['Case'], Cases, { where, order }, known ? data?.point : undefined);
  useMarked(useMemo(() => (data?.cases?.nodes ?? []).map((one) => one.marking), [data]));
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  useKeys([
    { keys: '/', text: t('cases.filter'), run: () => filter.current?.focus() },
    { keys: 'n', text: t('cases.open'), run: () => setOpening(true) },
  ]);

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">{t('cases.title')}</Title>
        <Group gap="xs" className="no-print">
          <SegmentedControl
            size="sm" aria-label={t('cases.view')} value={search.view ?? 'list'} onChange={(view) => change({ view: view === 'board' ? 'board' : undefined })}
            data={[
              { value: 'list', label: <span className="with-icon"><IconList size={16} aria-hidden /> {t('cases.list')}</span> },
              { value: 'board', label: <span className="with-icon"><IconColumns3 size={16} aria-hidden /> {t('cases.board')}</span> },
            ]}
          />
          <SavedViews page="cases" />
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)} aria-keyshortcuts="N">{t('cases.open')}</Button>
        </Group>
      </Group>
      <FilterBox
        label={t('cases.filter')} words={caseWords} value={said} onChange={(q) => change({ q: q || undefined })} box={filter}
        facets={facets.map((word) => ({ word, label: t(`cases.facet.${word.key}` as never) }))} help={(word) => t(`cases.words.${word}` as never)}
      />
      <Faces data={data?.cases} error={error}>
        {(cases) => {
          const lines = (cases.nodes ?? []).map((node) => read(CaseLine, node as FragmentType<typeof CaseLine>));
          const count = t('cases.count', { count: cases.totalCount });
          const next = cases.pageInfo.hasNextPage ? () => more(cases.pageInfo.endCursor) : undefined;
          if (cases.totalCount === 0) return <Empty>{said ? t('cases.none') : t('cases.noneAtAll')}</Empty>;
          return search.view === 'board' ? <CaseBoard lines={lines} said={count} more={next} /> : (
            <Grid
              list="cases" name={t('cases.title')} columns={caseColumns} rows={lines} said={count} more={next}
              order={{ sort: search.sort, usual, change: (sort) => change({ sort }) }} open={({ number }) => void navigate({ to: '/cases/$number', params: { number } })}
              peek={({ id, number }) => ({ id, title: number, body: <CasePeek number={number} /> })}
            />
          );
        }}
      </Faces>
      {opening && <OpenCase close={(number) => { setOpening(false); if (number) void navigate({ to: '/cases/$number', params: { number } }); }} />}
    </Stack>
  );
}
