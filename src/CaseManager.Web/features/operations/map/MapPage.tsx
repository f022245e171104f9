import { ActionIcon, Stack, Table, Text } from '@mantine/core';
import { IconMapPinSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Faces, Loading, NotFound } from '../../../ui/Faces';
import { localeOf } from '../../../ui/language';
import { LinkTo } from '../../../ui/LinkTo';
import { usePeek } from '../../../ui/Peek';
import { cityOf } from '../../../ui/zones';
import { standing } from '../board/order';
import { SitePanel } from '../board/SitePanel';
import { SiteState, stateIcons } from '../board/SiteState';
import { useBoard } from '../board/useBoard';

// Heavy: whoever opens no map loads none.
const WorldMap = lazy(() => import('../../../ui/map/WorldMap').then(({ WorldMap: map }) => ({ default: map })));

const route = getRouteApi('/operations/$id/map');

/** Where the sites are that one may see, and how they are; the same as a table. */
export function MapPage() {
  const { t, i18n } = useTranslation();
  const { id } = route.useParams();
  const { operation, error, board } = useBoard(id);
  const { peek } = usePeek();
  const [near, setNear] = useState<{ latitude: number; longitude: number }>();
  const sites = standing(board?.lines ?? []).flatMap((line) => (line.site ? [{ ...line.site, readiness: line.readiness }] : []));
  const known = sites.map((site) => `${site.id} ${site.readiness} ${site.coordinates?.latitude} ${site.coordinates?.longitude}`).join();
  const places = useMemo(() => sites.flatMap((site) => {
    const Icon = stateIcons[site.readiness];
    return site.coordinates ? [{
      id: site.id, name: site.number, detail: site.place, word: t(`readiness.${site.readiness}`), state: site.readiness, symbol: <Icon size={16} aria-hidden />, ...site.coordinates,
    }] : [];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same places are not placed anew every second
  }), [known, t]);
  const open = (of: string) => {
    const site = sites.find((one) => one.id === of);
    if (site) peek({ id: of, title: `${site.number} ${site.place}`, body: <SitePanel operation={id} site={of} /> });
  };
  const degrees = (value: number, [over, under]: readonly [string, string]) =>
    `${new Intl.NumberFormat(localeOf(i18n.language), { minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(Math.abs(value))}° ${value < 0 ? under : over}`;

  return (
    <Faces data={operation} error={error} empty={<NotFound />}>
      {() => (
        <Stack>
          {places.length === 0 ? <Empty>{t('map.none')} <LinkTo to="/operations/$id/plan" params={{ id }}>{t('map.toPlan')}</LinkTo></Empty> : (
            <Suspense fallback={<Loading />}><div><WorldMap label={t('map.title')} places={places} near={near} onOpen={open} /></div></Suspense>
          )}
          {sites.length > 0 && (
            <Table.ScrollContainer minWidth={320} type="native" tabIndex={0}>
              <Table className="tabular">
                <Table.Caption>{t('map.table')}</Table.Caption>
                <Table.Thead><Table.Tr>{(['site', 'state', 'latitude', 'longitude', 'zone'] as const).map((head) => <Table.Th key={head} scope="col">{t(`map.head.${head}`)}</Table.Th>)}<Table.Th scope="col"><span className="sr">{t('map.title')}</span></Table.Th></Table.Tr></Table.Thead>
                <Table.Tbody>
                  {sites.map((site) => (
                    <Table.Tr key={site.id}>
                      <Table.Th scope="row"><button type="button" className="as-link" onClick={() => open(site.id)}>{site.number} {site.place}</button><span className="under">{site.address}</span></Table.Th>
                      <Table.Td><SiteState of={site.readiness} /></Table.Td>
                      <Table.Td>{site.coordinates ? degrees(site.coordinates.latitude, [t('map.n'), t('map.s')]) : '—'}</Table.Td>
                      <Table.Td>{site.coordinates ? degrees(site.coordinates.longitude, [t('map.e'), t('map.w')]) : '—'}</Table.Td>
                      <Table.Td>{cityOf(site.zone)}</Table.Td>
                      <Table.Td>
                        {site.coordinates && (
                          <ActionIcon variant="subtle" color="gray" aria-label={t('map.look', { site: site.number })} title={t('map.look', { site: site.number })} onClick={() => setNear({ ...site.coordinates! })}>
                            <IconMapPinSearch size={16} aria-hidden />
                          </ActionIcon>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
          {board && board.lines.length > sites.length && <Text size="sm" c="dimmed">{t('plan.others', { count: board.lines.length - sites.length })}</Text>}
        </Stack>
      )}
    </Faces>
  );
}
