import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitShownFragment } from '../../gql/graphql';
import { span, useMinutes } from '../../ui/Ago';
import { When } from '../../ui/When';
import { spellsOf, type Spell } from './custody';
import { SeizedWhen } from './SeizedWhen';
import { Tried } from './Tried';

/** Through whose hands it went, as one line without a gap, from the seizure to whoever holds it now. */
export function CustodyChain({ exhibit }: { exhibit: ExhibitShownFragment }) {
  const { t } = useTranslation();
  const spells = spellsOf(exhibit);
  return (
    <section aria-labelledby="chain">
      <Title order={2} size="h4" id="chain" mb="xs">{t('exhibit.chain')}</Title>
      <ol className="chain">{spells.map((spell, at) => <Held key={at} spell={spell} exhibit={exhibit} />)}</ol>
    </section>
  );
}

function Held({ spell, exhibit }: { spell: Spell; exhibit: ExhibitShownFragment }) {
  const { t, i18n } = useTranslation();
  const now = useMinutes();
  const { holding, began } = spell;
  const until = holding.until ? Date.parse(holding.until) : now;
  const waits = spell.tried.at(-1)?.outcome === 'WAITING';
  return (
    <li className="held" data-now={!holding.until} data-waits={waits}>
      <div className="held-head">
        <h3>{began ? t('exhibit.handedTo', { name: holding.holder?.name ?? '—' }) : t('exhibit.seizedBy', { name: holding.holder?.name ?? '—' })} <span className="quiet">{spell.agency}</span></h3>
        <div className="held-when">{began ? <When at={holding.since} /> : <SeizedWhen of={exhibit} />}</div>
      </div>
      <ul className="told">
        {spell.agencyBefore && <li className="agency-change">{t('exhibit.agencyChange', { from: spell.agencyBefore, to: spell.agency })}</li>}
        {began && (
          <>
            <li>{t('exhibit.sealOfferedSeen', { seal: began.seal, seen: began.sealSeen })} <span className="agrees" aria-hidden>✔</span></li>
            <li>{t('exhibit.offeredBy', { name: began.from?.name ?? '—' })} · <When at={began.offeredAt} /> · <q>{began.reason}</q></li>
            {began.answer && <li>{t('exhibit.remark')} <q>{began.answer}</q></li>}
          </>
        )}
        <li>
          {t('exhibit.recorded')} <When at={holding.recordedAt} />
          {holding.recordedLate && <> <span className="mark" data-mark="late">{t('exhibit.recordedLate')}</span></>}
          {began?.overdue && <> <span className="mark" data-mark="late">{t('exhibit.answeredLate')}</span></>}
        </li>
        {spell.resealed.map((seal) => (
          <li key={seal.at}>{t('exhibit.resealed', { was: seal.was, is: seal.is, name: seal.by ?? '—' })} · <When at={seal.at} /> · <q>{seal.reason}</q></li>
        ))}
        {spell.tried.map((offer) => <Tried key={offer.transfer} offer={offer} />)}
      </ul>
      <div className="spell">
        {holding.until
          ? t('exhibit.heldFor', { name: holding.holder?.name ?? '—', span: span(i18n.language, until - Date.parse(holding.since)) })
          : t('exhibit.heldUntilNow', { name: holding.holder?.name ?? '—', span: span(i18n.language, until - Date.parse(holding.since)) })}
      </div>
    </li>
  );
}
