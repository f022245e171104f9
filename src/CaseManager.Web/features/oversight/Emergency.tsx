import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import type { EmergencyShownFragment } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { Ago, span } from '../../ui/Ago';
import { LinkTo } from '../../ui/LinkTo';
import { When } from '../../ui/When';

export const EmergencyShown = graphql(`
  fragment EmergencyShown on EmergencyAccess {
    id reason from until endedAt endReason verdict note reviewedAt reviewDueAt reviewOverdue
    officer { id name } agency { id code } case { id number title } taskForce { id code } endedBy { id name } reviewedBy { id name }
  }
`);

/** One of them, with what can be done about it now. */
export function Emergency({ of, now, mine, review, end }: { of: EmergencyShownFragment; now: number; mine: boolean; review: () => void; end: () => void }) {
  const { t, i18n } = useTranslation();
  const open = !of.endedAt && Date.parse(of.until) > now;
  const name = of.officer?.name ?? '—';
  return (
    <tr>
      <th scope="row"><OfficerName of={of.officer} agency={of.agency} /> <span className="quiet">{of.taskForce?.code}</span></th>
      <td data-head={t('emergencies.case')}>{of.case ? <LinkTo to="/cases/$number" params={{ number: of.case.number }}>{of.case.number}</LinkTo> : <span className="quiet">{t('emergencies.hidden')}</span>}</td>
      <td data-head={t('emergencies.reason')}>{of.reason}</td>
      <td data-head={t('emergencies.time')}>
        <When at={of.from} /> – <When at={of.endedAt ?? of.until} />
        <div className={open ? 'overdue' : 'quiet'}>
          {open ? t('emergency.left', { span: span(i18n.language, Date.parse(of.until) - now) })
            : of.endedBy ? t('emergencies.endedBy', { name: of.endedBy.name }) : t('emergencies.over')}
          {of.endReason && <> · {of.endReason}</>}
        </div>
      </td>
      <td data-head={t('emergencies.review')}>
        {of.verdict ? (
          <><b>{t(`verdict.${of.verdict}`)}</b><div className="quiet">{of.note} · {of.reviewedBy?.name}</div></>
        ) : <span className={of.reviewOverdue ? 'overdue' : undefined}>{of.reviewOverdue ? t('emergencies.late') : t('emergencies.awaited')} <Ago at={of.reviewDueAt} /></span>}
      </td>
      <td className="no-print">
        <Group gap={4} justify="end">
          {!mine && <LinkTo to="/read-log" search={{ emergency: of.id }} size="sm">{t('emergencies.read')}</LinkTo>}
          {open && <Button size="compact-xs" variant="subtle" color="red" aria-label={`${t('emergencies.end')} ${name}`} onClick={end}>{t(mine ? 'emergency.giveBack' : 'emergencies.end')}</Button>}
          {!open && !mine && !of.verdict && <Button size="compact-xs" variant="light" aria-label={`${t('emergencies.doReview')} ${name}`} onClick={review}>{t('emergencies.doReview')}</Button>}
        </Group>
      </td>
    </tr>
  );
}
