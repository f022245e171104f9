import { IconCheck, IconClock, IconHistoryToggle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { digits } from './now';
import type { Board } from './useBoard';

/** What each agency says to the state that stands, and who has not said. A vote given on another state is shown, and does not count. */
export function Votes({ board }: { board: Board }) {
  const { t } = useTranslation();
  if (board.status === 'GO' || board.status === 'ABORTED') return null;
  const missing = board.awaited.filter((agency) => !board.votes.some((vote) => vote.counts && vote.agency?.code === agency?.code));
  return (
    <section className="votes" aria-labelledby="votes">
      <h3 id="votes">{t('board.votes')}</h3>
      <ul>
        {board.votes.map((vote) => {
          const state = !vote.counts ? 'STALE' : vote.choice;
          const Icon = { GO: IconCheck, NO_GO: IconX, STALE: IconHistoryToggle }[state];
          return (
            <li key={`${vote.agency?.code}${vote.counts}`} data-vote={state} title={`${vote.by?.name ?? '—'}, ${digits(vote.at, 'UTC', true)} UTC`}>
              <Icon size="1em" aria-hidden /> <strong>{vote.agency?.code}</strong> {vote.counts ? t(`vote.${vote.choice}`) : t('board.stale', { choice: t(`vote.${vote.choice}`) })}
              <span className="quiet">{vote.by?.name}{vote.reason && `: ${vote.reason}`}</span>
            </li>
          );
        })}
        {missing.map((agency) => (
          <li key={agency?.code} data-vote="AWAITED"><IconClock size="1em" aria-hidden /> <strong>{agency?.code}</strong> {t('board.voteAwaited')}</li>
        ))}
      </ul>
      {missing.length === 0 && <p className="quiet">{t('board.allVoted')}</p>}
    </section>
  );
}
