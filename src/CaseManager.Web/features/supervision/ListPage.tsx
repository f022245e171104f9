import { Breadcrumbs, Group, Stack, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { CaseList } from './CaseList';
import { ExhibitList } from './ExhibitList';
import { wordOf, type Of } from './Figures';
import { OperationList } from './OperationList';
import { TaskList } from './TaskList';

const route = getRouteApi('/supervision/$of');

/** What a number counted. */
export function ListPage() {
  const { t } = useTranslation();
  const { of } = route.useParams();
  const { sort, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [now] = useState(() => new Date());
  const List = { cases: CaseList, exhibits: ExhibitList, tasks: TaskList, operations: OperationList }[of as Of | 'operations'];
  if (!List) return <NotFound />;

  const word = (name: 'idle' | 'transit' | 'soon') => (search[name] === undefined ? [] : [t(`supervision.tile.${name}`, { count: search[name] })]);
  const said = [
    ...(search.by ? [t('supervision.is', { what: t(`supervision.by.${search.by as 'STAGE'}`), value: wordOf(t, of as Of, search.by, search.key) })] : []),
    ...word('idle'), ...word('transit'), ...word('soon'),
    ...(search.closing ? [t('supervision.tile.closing')] : []),
    ...(search.overdue ? [t(`supervision.tile.${({ cases: 'undecided', exhibits: 'lateHandOver', tasks: 'overdue', operations: 'soon' } as const)[of as Of]}`)] : []),
    ...(search.officer ? [t('supervision.workloads')] : []),
    ...(search.agency ? [search.agency] : []),
  ];
  return (
    <Stack>
      <Breadcrumbs className="no-print"><LinkTo to="/supervision" search={{ agency: search.agency }}>{t('supervision.title')}</LinkTo><span>{t(`supervision.${of as Of}`)}</span></Breadcrumbs>
      <Group><Title order={1} size="h2">{[t(`supervision.${of as Of}`), ...said].join(' · ')}</Title></Group>
      <List key={JSON.stringify(search)} asked={search} now={now} sort={sort} change={(next) => void navigate({ search: { ...search, sort: next }, replace: true })} />
    </Stack>
  );
}
