import { Badge, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconList, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../gql';
import type { CaseLineFragment, CaseSortInput } from '../../gql/graphql';
import { SavedViews } from '../../records/SavedViews';
import { Empty, Faces } from '../../ui/Faces';
import { FilterBox } from '../../ui/FilterBox';
import { parse } from '../../ui/filter';
import { useKeys } from '../../ui/keys';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, TlpBadge, useMarking } from '../../ui/Marking';
import { usePeek } from '../../ui/Peek';
import { useRows } from '../../ui/rows';
import { ownZone } from '../../ui/settings';
import { When } from '../../ui/When';
import { CasePeek } from './CasePeek';
import './cases.css';
import { caseWhere, caseWords, stages } from './caseWords';
import { OpenCase } from './OpenCase';
import { usePeople } from './usePeople';

const Cases = graphql(`
  query Cases($where: CaseFilterInput, $order: [CaseSortInput!], $after: String) {
    cases(first: 50, after: $after, where: $where, order: $order) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id tlp ...CaseLine }
    }
  }
`);

const CaseLine = graphql(`
  fragment CaseLine on Case { id number title stage priority tlp closureProposedAt changedAt lead { id name } leadAgency { id code } }
`);

const route = getRouteApi('/cases');
const columns = ['number', 'title', 'stage', 'priority', 'leadAgency', 'changedAt'] as const;
const facets = caseWords.filter((word) => ['stage', 'priority', 'is'].includes(word.key));

/** Every case one may see: as a list or by stage, found by the words of the filter, all of it in the address. */
export function CasesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useRef<HTMLInputElement>(null);
  const [page, setPage] = useState<{ of: string; after?: string }>({ of: '' });
  const [opening, setOpening] = useState(false);
  const said = search.q ?? '';
  const { tree } = useMemo(() => parse(said, caseWords), [said]);
  const { people, known } = usePeople(tree);
  const sort = search.sort ?? '-changedAt';
  const order = useMemo(() => orderOf(sort), [sort]);
  const where = useMemo(() => (known ? caseWhere(tree, ownZone(), people) : null), [tree, people, known]);
  const after = page.of === said + sort ? page.after : undefined;
  const [{ data, error }] = useQuery({ query: Cases, variables: { where, order, after }, pause: !known });
  useMarking(data?.cases ? strictest((data.cases.nodes ?? []).map((c) => c.tlp)) : null);
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  useKeys([
    { keys: '/', text: t('cases.filter'), run: () => filter.current?.focus() },
    { keys: 'n', text: t('cases.open'), run: () => setOpening(true) },
  ]);

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">{t('cases.title')}</Title>
        <Group gap="xs">
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
          return cases.totalCount === 0 ? <Empty>{said ? t('cases.none') : t('cases.noneAtAll')}</Empty> : (
            <>
              <Text size="sm" c="dimmed" role="status">{t('cases.count', { count: cases.totalCount })}</Text>
              {search.view === 'board' ? <Board lines={lines} /> : <List lines={lines} sort={sort} change={(next) => change({ sort: next })} />}
              {cases.pageInfo.hasNextPage && <Button variant="default" onClick={() => setPage({ of: said + sort, after: cases.pageInfo.endCursor ?? undefined })}>{t('faces.more')}</Button>}
            </>
          );
        }}
      </Faces>
      {opening && <OpenCase close={(number) => { setOpening(false); if (number) void navigate({ to: '/cases/$number', params: { number } }); }} />}
    </Stack>
  );
}

function List({ lines, sort, change }: { lines: readonly CaseLineFragment[]; sort: string; change: (sort?: string) => void }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { peek } = usePeek();
  const row = useRows(lines.length, {
    next: t('cases.keys.next'), previous: t('cases.keys.previous'),
    open: { text: t('cases.keys.open'), run: (at) => void navigate({ to: '/cases/$number', params: { number: lines[at]!.number } }) },
    peek: { text: t('cases.keys.peek'), run: (at) => peek({ id: lines[at]!.id, title: lines[at]!.number, body: <CasePeek number={lines[at]!.number} /> }) },
  });
  const down = sort.startsWith('-');
  return (
    <div className="table-scroll">
      <table className="grid">
        <thead>
          <tr>
            {columns.map((column) => {
              const here = sort.replace('-', '') === column;
              return (
                <th key={column} scope="col" aria-sort={here ? (down ? 'descending' : 'ascending') : undefined}>
                  <button type="button" className="sort" onClick={() => change(here && !down ? `-${column}` : column)}>
                    {t(`cases.head.${column}`)} {here && (down ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {lines.map((file, at) => (
            <tr key={file.id} {...row(at)} className="go">
              <th scope="row" className="nowrap"><LinkTo to="/cases/$number" params={{ number: file.number }} fw={600} tabIndex={-1}>{file.number}</LinkTo></th>
              <td>{file.title} <TlpBadge tlp={file.tlp} /></td>
              <td>{t(`stage.${file.stage}`)} {file.closureProposedAt && <Badge size="sm" color="yellow">{t('cases.closing')}</Badge>}</td>
              <td data-priority={file.priority} className="priority">{t(`priority.${file.priority}`)}</td>
              <td>{file.lead?.name} <span className="quiet">{file.leadAgency?.code}</span></td>
              <td className="nowrap"><When at={file.changedAt} zone={ownZone()} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same cases, each under its stage. */
function Board({ lines }: { lines: readonly CaseLineFragment[] }) {
  const { t } = useTranslation();
  const by = Object.groupBy(lines, (line) => line.stage);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div className="stages" role="group" aria-label={t('cases.board')} tabIndex={0}>
      {stages.map((stage) => (
        <section key={stage} aria-labelledby={`stage-${stage}`}>
          <h2 id={`stage-${stage}`}>{t(`stage.${stage}`)} <span className="quiet">{by[stage]?.length ?? 0}</span></h2>
          {(by[stage] ?? []).map((file) => (
            <LinkTo key={file.id} to="/cases/$number" params={{ number: file.number }} className="card">
              <span className="card-head"><b>{file.number}</b><TlpBadge tlp={file.tlp} /></span>
              <span>{file.title}</span>
              <span className="quiet">{t(`priority.${file.priority}`)} · {file.lead?.name} {file.leadAgency?.code}</span>
              {file.closureProposedAt && <Badge size="sm" color="yellow">{t('cases.closing')}</Badge>}
            </LinkTo>
          ))}
        </section>
      ))}
    </div>
  );
}

function orderOf(sort: string): CaseSortInput[] {
  const column = sort.replace('-', '');
  return (columns as readonly string[]).includes(column) ? [{ [column]: sort.startsWith('-') ? 'DESC' : 'ASC' }] : [];
}
