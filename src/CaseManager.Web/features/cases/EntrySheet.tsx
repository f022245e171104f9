import { Badge } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../gql';
import { TlpBadge } from '../../ui/Marking';
import { clock, time } from '../../ui/When';

export const EntryLine = graphql(`
  fragment EntryLine on TimelineEntry {
    id version text tlp derived corrected tags precision occurredAt occurredUntil occurredZone occurredSaid occurredPart recordedAt
    recordedBy { id name agency { id code } }
    gradeSource gradeInformation gradeScheme sourceKind
    derivation { fact }
  }
`);

const late = 24 * 3600 * 1000; // recorded more than a day after it happened

/** One entry: when it happened, what, and by whom it was recorded, when. */
export function EntrySheet({ entry, place, of, fresh }: { entry: FragmentType<typeof EntryLine>; place: number; of: number; fresh: boolean }) {
  const { t, i18n } = useTranslation();
  const line = read(EntryLine, entry);
  const happened = line.precision === 'INSTANT' || line.precision === 'RANGE'
    ? time(i18n.language, line.occurredAt, line.occurredZone)
    : line.occurredPart ? t(`dayPart.${line.occurredPart}`) : t('timeline.day');
  const behind = Date.parse(line.recordedAt) - Date.parse(line.occurredUntil) > late;

  return (
    <article
      tabIndex={0}
      className={fresh ? 'sheet fresh' : 'sheet'} data-derived={line.derived}
      aria-posinset={place} aria-setsize={of} aria-label={`${happened}: ${line.text.slice(0, 80)}`}
    >
      <div className="clock">
        <time dateTime={line.occurredAt} title={`${clock(i18n.language, line.occurredAt, 'UTC')} UTC`}>{happened}</time>
        <div className="by">{line.occurredZone.split('/').at(-1)!.replaceAll('_', ' ')}</div>
      </div>
      <div>
        <div className="said">{line.derived && <IconArrowsExchange size={16} aria-label={t('timeline.derivedMark')} />} {line.text}</div>
        <div className="by">
          <TlpBadge tlp={line.tlp} />
          {line.gradeSource && <Badge variant="outline" size="sm" title={line.gradeScheme ?? ''}>{line.gradeSource}{line.gradeInformation}</Badge>}
          <span>{line.recordedBy?.name}{line.recordedBy?.agency && ` (${line.recordedBy.agency.code})`}</span>
          <span>{t('timeline.recorded', { at: clock(i18n.language, line.recordedAt, line.occurredZone) })}</span>
          {behind && <Badge size="sm" color="yellow" variant="light">{t('timeline.late')}</Badge>}
          {line.corrected && <Badge size="sm" variant="light">{t('timeline.corrected')}</Badge>}
          {line.occurredSaid && <q>{line.occurredSaid}</q>}
          {line.tags.map((tag) => <span key={tag}>#{tag}</span>)}
        </div>
      </div>
    </article>
  );
}
