import { SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { Empty, Faces, NotFound } from '../../../ui/Faces';
import { LinkTo } from '../../../ui/LinkTo';
import { useLive } from '../../../ui/live';
import { useMarking } from '../../../ui/Marking';
import { day } from '../../../ui/When';
import { digits } from '../board/now';
import { BoardChanged } from '../board/useBoard';
import { logOf } from './log';

const Log = graphql(`
  query OperationLog($id: ID!) {
    point
    operation(id: $id) {
      id
      history { version what recordedAt reason by { id name } agency { id code } fields { field was is } }
      decisions { number kind cause site }
      acknowledgements(first: 50, order: [{ order: DESC }]) { totalCount nodes { id order kind acknowledgedAt seconds site } }
      sites(first: 50) { nodes { id number } }
    }
  }
`);

const SiteLogs = graphql(`
  query SiteLogs($ids: [ID!]!) {
    nodes(ids: $ids) { id ... on Site { number history { version what recordedAt reason by { id name } agency { id code } fields { field was is wasOfficer { id name } isOfficer { id name } } } } }
  }
`);

const route = getRouteApi('/operations/$id/history');

/** What happened to the operation and at its sites, second by second, the newest first. */
export function HistoryPage() {
  const { t, i18n } = useTranslation();
  const { id } = route.useParams();
  const { site } = route.useSearch();
  const navigate = useNavigate();
  const [{ data, error }, ask] = useQuery({ query: Log, variables: { id } });
  const sites = data?.operation?.sites?.nodes ?? [];
  const ids = sites.map((one) => one.id);
  const [{ data: atSites }, askSites] = useQuery({ query: SiteLogs, variables: { ids }, pause: ids.length === 0 });
  useMarking(data?.operation && (ids.length > 0 ? 'AMBER_STRICT' : 'AMBER'));
  useLive(BoardChanged, { id }, () => {
    ask({ requestPolicy: 'network-only' });
    if (ids.length > 0) askSites({ requestPolicy: 'network-only' });
  }, data?.point);
  const all = data?.operation ? logOf(t, data.operation, atSites?.nodes ?? []) : [];
  const shown = site ? all.filter((entry) => entry.site === site) : all;
  const numbers = sites.map((one) => one.number).toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  const heard = data?.operation?.acknowledgements;

  return (
    <Faces data={data?.operation} error={error} empty={data && <NotFound />}>
      {() => (
        <Stack>
          {numbers.length > 0 && (
            <div className="scroll">
              <SegmentedControl
                aria-label={t('log.which')} value={site ?? ''} onChange={(value) => void navigate({ to: '/operations/$id/history', params: { id }, search: { site: value || undefined }, replace: true })}
                data={[{ value: '', label: t('log.all') }, ...numbers.map((number) => ({ value: number, label: number }))]}
              />
            </div>
          )}
          <Text size="sm" c="dimmed" role="status">{t('log.count', { count: shown.length })}{heard && heard.totalCount > 50 && ` ${t('log.lastHeard')}`}</Text>
          {shown.length === 0 ? <Empty>{t('log.none')}</Empty> : (
            <Table.ScrollContainer minWidth={300} type="native" tabIndex={0}>
              <Table className="tabular log" verticalSpacing={6}>
                <Table.Thead><Table.Tr>{(['at', 'site', 'what', 'by'] as const).map((head) => <Table.Th key={head} scope="col">{t(`log.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
                <Table.Tbody>
                  {shown.map((entry, at) => {
                    const date = day(i18n.language, entry.at, 'UTC');
                    const before = shown[at - 1];
                    return [
                      (!before || day(i18n.language, before.at, 'UTC') !== date) && <Table.Tr key={date}><Table.Th colSpan={4} scope="colgroup" className="log-day">{date}</Table.Th></Table.Tr>,
                      <Table.Tr key={entry.key} className="top" data-order={entry.order}>
                        <Table.Td className="nowrap">
                          <LinkTo to="/operations/$id/board" params={{ id }} search={{ asOf: entry.at }} title={t('log.boardThen')}><time dateTime={entry.at}>{digits(entry.at, 'UTC', true)}</time></LinkTo>
                        </Table.Td>
                        <Table.Td>{entry.site ?? '—'}</Table.Td>
                        <Table.Td>{entry.order ? <strong>{entry.what}</strong> : entry.what}{entry.details.map((detail) => <span key={detail} className="under">{detail}</span>)}</Table.Td>
                        <Table.Td>{entry.by && t('records.officer', { name: entry.by, agency: entry.agency ?? '—' })}</Table.Td>
                      </Table.Tr>,
                    ];
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Stack>
      )}
    </Faces>
  );
}
