import { Button, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import { useAct } from '../../../records/useAct';
import { clock } from '../../../ui/When';
import { cityOf } from '../../../ui/zones';
import { WithReason } from '../board/SiteActs';
import type { Part } from '../board/usePart';
import { Earliest } from './Earliest';
import { PlannedSite } from './PlannedSite';
import { covers, fieldOf, momentOf } from './times';

const Move = graphql(`mutation MoveHHour($input: MoveHHourInput!) { moveHHour(input: $input) { version errors { ...Trouble } } }`);

/** The common time, and what it is at each site. Before it is moved one sees where the new one would lie. */
export function HHour({ id, version, at, window, sites, part, open, again }: {
  id: string; version: number; at: string; window: number; sites: readonly FragmentType<typeof PlannedSite>[]; part: Part; open: boolean; again: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [moving, setMoving] = useState(false);
  const [zone, setZone] = useState('UTC');
  const [local, setLocal] = useState('');
  const { act, outcome, fetching } = useAct(Move);
  const all = sites.map((site) => read(PlannedSite, site)).filter((site) => site.readiness !== 'WITHDRAWN');
  const meant = moving && local ? momentOf(local, zone) : NaN;
  const shown = Number.isNaN(meant) ? Date.parse(at) : meant;

  function start() {
    setLocal(fieldOf(Date.parse(at), zone));
    setMoving(true);
  }

  function inZone(next: string) {
    setLocal(fieldOf(shown, next));
    setZone(next);
  }

  return (
    <section aria-labelledby="hhour">
      <Group justify="space-between">
        <Title order={2} size="h4" id="hhour">{t('board.hHour')}</Title>
        {part.commands && open && !moving && <Button size="compact-sm" variant="default" onClick={start}>{t('plan.move')}</Button>}
      </Group>
      <Text fw={700} size="lg" className="tabular">{clock(i18n.language, at, 'UTC')} UTC</Text>
      <Text size="sm" c="dimmed">{t('plan.window', { count: window })}</Text>
      {moving && (
        <Stack my="sm">
          <WithReason label={t('board.reason')} button={t('plan.doMove')} outcome={outcome} fetching={fetching} done={() => setMoving(false)}
            send={async (reason) => {
              const done = await act({ operation: id, version, reason, hHour: zone === 'UTC' ? { at: `${local}:00Z` } : { at: local, zone } });
              again();
              return done !== undefined;
            }}>
            <Group align="end" gap="sm">
              <TextInput type="datetime-local" label={t('plan.newHHour')} required value={local} onChange={(event) => setLocal(event.currentTarget.value)} data-autofocus />
              <NativeSelect label={t('plan.zone')} value={zone} onChange={(event) => inZone(event.currentTarget.value)} data={[...new Set(['UTC', ...all.map((site) => site.zone)])]} />
              <Earliest id={id} from={shown} take={(found) => setLocal(fieldOf(found, zone))} />
            </Group>
            <Text size="sm">{t('plan.moveMeans')}</Text>
          </WithReason>
        </Stack>
      )}
      {all.length > 0 && (
        <Table.ScrollContainer minWidth={320} type="native" tabIndex={0}>
          <Table mt="xs" className="tabular">
            <Table.Thead><Table.Tr>{(['site', 'entryThere', 'authority'] as const).map((head) => <Table.Th key={head} scope="col">{t(`plan.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {all.map((site) => {
                const entry = shown + site.shift * 60_000;
                const inside = site.authority ? covers(site.authority, entry, site.zone) : undefined;
                return (
                  <Table.Tr key={site.id}>
                    <Table.Th scope="row">{site.number} <Text span size="sm" fw={400}>{site.place}</Text></Table.Th>
                    <Table.Td>{clock(i18n.language, new Date(entry).toISOString(), site.zone)} <Text span size="sm" c="dimmed">{cityOf(site.zone)}</Text></Table.Td>
                    <Table.Td>
                      {inside === undefined ? <span className="missing"><IconAlertTriangle size={16} aria-hidden /> {t('plan.none')}</span>
                        : inside ? <span className="inside"><IconCheck size={16} aria-hidden /> {t('plan.inside', { reference: site.authority!.reference })}</span>
                        : <span className="missing"><IconAlertTriangle size={16} aria-hidden /> {t('plan.outside', { reference: site.authority!.reference })}</span>}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
