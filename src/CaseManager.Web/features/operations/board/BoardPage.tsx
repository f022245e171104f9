import { Group } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Faces, NotFound } from '../../../ui/Faces';
import { LinkTo } from '../../../ui/LinkTo';
import { usePeek } from '../../../ui/Peek';
import { BoardThen, PickThen } from './BoardThen';
import { Countdown } from './Countdown';
import { Decide } from './Decide';
import { SiteRows } from './SiteRows';
import { Age, Order, Status } from './Standing';
import { useBoard } from './useBoard';
import { usePart } from './usePart';
import { Votes } from './Votes';

const route = getRouteApi('/operations/$id/board');

/** The board as it is, or as it was recorded at a time. */
export function BoardPage() {
  const { asOf } = route.useSearch();
  const { id } = route.useParams();
  return asOf ? <BoardThen id={id} asOf={asOf} /> : <BoardNow />;
}

/** Sites against time, who is for it, what was ordered, and who is not known to have heard. */
function BoardNow() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { operation, error, board, at } = useBoard(id);
  const part = usePart(id);
  const { close } = usePeek();
  useEffect(() => close, [close]);

  return (
    <Faces data={operation} error={error} empty={<NotFound />}>
      {({ name }) => board && (
        <div className="board-page">
          <header className="board-head">
            <Countdown to={board.hHour} />
            <div className="standing">
              <Group gap="sm" justify="space-between" wrap="nowrap">
                <Status of={board.status} />
                <LinkTo to="/operations/$id/wall" params={{ id }} size="sm" className="no-print wall-link"><IconDeviceDesktop size={14} aria-hidden /> {t('board.wall')}</LinkTo>
              </Group>
              <Order of={board.order} />
              <Age at={at} />
            </div>
          </header>
          <Votes board={board} />
          {board.lines.length === 0 ? <Empty>{t('board.noSites')} <LinkTo to="/operations/$id/plan" params={{ id }}>{t('board.toPlan')}</LinkTo></Empty> : <SiteRows operation={id} board={board} />}
          <PickThen id={id} />
          <Decide id={id} name={name} board={board} at={at} part={part} />
        </div>
      )}
    </Faces>
  );
}
