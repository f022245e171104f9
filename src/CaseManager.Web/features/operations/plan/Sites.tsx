import { Button, Group, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { Empty } from '../../../ui/Faces';
import { stopping } from '../board/colours';
import { cityOf } from '../../../ui/zones';
import { WithReason } from '../board/SiteActs';
import { Authority } from '../board/SitePanel';
import { SiteState } from '../board/SiteState';
import type { Part } from '../board/usePart';
import { AddSite } from './AddSite';
import { PlannedSite } from './PlannedSite';
import { RecordAuthority } from './RecordAuthority';

const Quash = graphql(`mutation QuashAuthority($input: QuashSiteAuthorityInput!) { quashSiteAuthority(input: $input) { version errors { ...Trouble } } }`);

/** Where, by whom, under what. Others' sites are counted, and no more. */
export function Sites({ operation, sites, all, at, part, open, gone, again }: {
  operation: string; sites: readonly FragmentType<typeof PlannedSite>[]; all: number; at: string; part: Part; open: boolean; gone: boolean; again: () => void;
}) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ site: string; act: 'record' | 'quash' }>();
  const known = sites.map((site) => read(PlannedSite, site)).toSorted((a, b) => a.number.localeCompare(b.number, undefined, { numeric: true }));
  const done = () => { setAsked(undefined); setAdding(false); again(); };

  return (
    <section aria-labelledby="sites">
      <Group justify="space-between">
        <Title order={2} size="h4" id="sites">{t('plan.sites')}</Title>
        {part.commands && open && !gone && !adding && <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>{t('plan.addSite')}</Button>}
      </Group>
      {part.commands && gone && <Text size="sm" c="dimmed">{t('plan.goStands')}</Text>}
      {adding && <AddSite operation={operation} at={at} next={`S${all + 1}`} done={done} cancel={() => setAdding(false)} />}
      {all > known.length && <Text size="sm" c="dimmed">{t('plan.others', { count: all - known.length })}</Text>}
      {known.length === 0 ? all === 0 && <Empty>{t('plan.noSites')}</Empty> : (
        <Table.ScrollContainer minWidth={480} type="native" tabIndex={0}>
          <Table mt="xs" verticalSpacing="sm">
            <Table.Thead><Table.Tr>{(['site', 'state', 'commander', 'authority'] as const).map((head) => <Table.Th key={head} scope="col">{t(`plan.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {known.map((site) => (
                <Table.Tr key={site.id} className="top">
                  <Table.Th scope="row">
                    {site.number} {site.place}
                    <span className="under">{[site.address, cityOf(site.zone), site.essential && t('board.essential')].filter(Boolean).join(' · ')}</span>
                  </Table.Th>
                  <Table.Td><SiteState of={site.readiness} /></Table.Td>
                  <Table.Td>{site.commander?.name ?? '—'}<span className="under">{site.agency?.code}</span></Table.Td>
                  <Table.Td>
                    <Authority of={site} />
                    {asked?.site === site.id && asked.act === 'record' && <RecordAuthority site={site} done={done} cancel={() => setAsked(undefined)} />}
                    {asked?.site === site.id && asked.act === 'quash' && <QuashOf site={site.id} done={() => setAsked(undefined)} again={again} />}
                    {open && asked?.site !== site.id && part.reports && site.agency?.code === part.agency && site.readiness !== 'WITHDRAWN' && (
                      <Group gap="xs" mt={4}>
                        <Button size="compact-xs" variant="default" onClick={() => setAsked({ site: site.id, act: 'record' })}>{t(site.authority ? 'plan.replace' : 'plan.record')}</Button>
                        {site.authority && <Button size="compact-xs" variant="subtle" color="red" onClick={() => setAsked({ site: site.id, act: 'quash' })}>{t('plan.quash')}</Button>}
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

function QuashOf({ site, done, again }: { site: string; done: () => void; again: () => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Quash);
  return (
    <WithReason label={t('plan.whyQuashed')} button={t('plan.doQuash')} color={stopping} outcome={outcome} fetching={fetching} done={done}
      send={async (reason) => { const quashed = await act({ site, reason }); again(); return quashed !== undefined; }} />
  );
}
