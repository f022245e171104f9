import { Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Faces, NotFound } from '../../../ui/Faces';
import { LinkTo } from '../../../ui/LinkTo';
import { Countdown, ZoneClock } from './Countdown';
import { cityOf } from '../../../ui/zones';
import { digits, useNow } from './now';
import { Seize } from './Seize';
import { SiteActs } from './SiteActs';
import { SiteFacts } from './SitePanel';
import { Age, Order, Status } from './Standing';
import { useBoard, type BoardLine } from './useBoard';
import { usePart } from './usePart';
import '../operations.css';

const route = getRouteApi('/operations/$id/site/$site');

/** For whoever stands at the site with a telephone: the clock, the order, what comes next, and large buttons to answer with. */
export function SitePage() {
  const { t } = useTranslation();
  const { id, site } = route.useParams();
  const { operation, error, board, at } = useBoard(id);
  const part = usePart(id);
  const line = board?.lines.find((one) => one.site?.id === site);
  return (
    <Faces data={board && !line ? null : operation} error={error} empty={<NotFound />}>
      {({ name }) => board && line && (
        <Stack gap="md" className="site-page">
          <div>
            <Text size="sm"><LinkTo to="/operations/$id/board" params={{ id }}>{name}</LinkTo></Text>
            <Title order={1} size="h2">{line.number} {line.site!.place}</Title>
            <Text size="sm" c="dimmed">{line.site!.address}</Text>
          </div>
          <div>
            <Countdown to={line.entry ?? board.hHour} />
            <Text mt={4}>{cityOf(line.site!.zone)} <strong><ZoneClock zone={line.site!.zone} /></strong></Text>
            <NextPhase line={line} />
          </div>
          <div className="standing"><Status of={board.status} /><Order of={board.order} /><Age at={at} /></div>
          <SiteActs line={line} board={board} part={part} big />
          <SiteFacts line={line} order={board.order} part={part} />
          {part.agency === line.site!.agency?.code && <Seize site={site} zone={line.site!.zone} />}
          <Text size="xs" c="dimmed">{t('site.hint')}</Text>
        </Stack>
      )}
    </Faces>
  );
}

function NextPhase({ line }: { line: BoardLine }) {
  const { t } = useTranslation();
  const now = useNow();
  const next = line.phases.find((phase) => Date.parse(phase.at) > now);
  if (!next) return <Text>{t('site.noNext')}</Text>;
  return <Text>{t('board.next')} <strong>{next.name} {next.local?.slice(11, 16) ?? `${digits(next.at, 'UTC')} UTC`}</strong></Text>;
}
