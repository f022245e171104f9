import { useTranslation } from 'react-i18next';
import { Ago } from '../../ui/Ago';
import { When } from '../../ui/When';
import type { HandOver } from './custody';

const signs = { WAITING: '⇄', REFUSED: '✖', WITHDRAWN: '↩', ACCEPTED: '✔' } as const;

/** A hand-over that changed nothing, or has not yet: offered, and what came of it. */
export function Tried({ offer }: { offer: HandOver }) {
  const { t } = useTranslation();
  return (
    <li className="tried" data-outcome={offer.outcome}>
      <div>
        <span aria-hidden>{signs[offer.outcome]}</span> {t('exhibit.offeredTo', { name: offer.to?.name ?? '—', agency: offer.to?.agency?.code ?? '—' })}{' · '}
        <When at={offer.offeredAt} /> · <q>{offer.reason}</q>
      </div>
      <div>
        <strong>{t(`handOverOutcome.${offer.outcome}`)}</strong>
        {offer.outcome === 'WAITING' && <>, {t('exhibits.answerDue')} <Ago at={offer.due} /></>}
        {offer.overdue && <> <span className="mark" data-mark="late">{t('exhibits.overdue')}</span></>}
        {offer.answeredAt && <> · <When at={offer.answeredAt} /></>}
        {offer.answer && <> · <q>{offer.answer}</q></>}
        {offer.sealSeen && <div>{t('exhibit.sealOfferedSeen', { seal: offer.seal, seen: offer.sealSeen })}{offer.sealSeen !== offer.seal && <span className="differs"> ≠</span>}</div>}
      </div>
    </li>
  );
}
