import { IconArrowsExchange, IconClockExclamation, IconPaperclip, IconPencilCheck, IconQuote } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { caveatsBeyond, type MarkedOf } from '../../records/marking';
import { Caveats } from '../../records/Marks';
import { tlpWord } from '../../ui/Marking';
import { ownZone } from '../../ui/settings';
import { clock } from '../../ui/When';
import { cityOf } from '../../ui/zones';
import type { Line } from './entries';
import { happened, lateDays } from './occurrence';

/**
 * One entry: at the left the clock of the place where it happened, at the right the clock of whoever recorded it. What is clicked is told
 * by the list it stands in, so that a thousand of these hang on one listener.
 */
export const EntrySheet = memo(function EntrySheet({ line, place, of, fresh, here, first, marking }: {
  line: Line; place: number; of: number; fresh: boolean; here: boolean; first: boolean; marking: MarkedOf;
}) {
  const { t, i18n } = useTranslation();
  const late = lateDays(line);
  const said = happened(t, i18n.language, line);
  const { stricter, caveats } = caveatsBeyond(t, i18n.language, line.marking, marking);

  return (
    <article
      className={fresh ? 'sheet fresh' : 'sheet'} data-entry={line.entry} data-derived={line.derived} tabIndex={here || first ? 0 : -1}
      aria-posinset={place} aria-setsize={of} aria-label={`${said}: ${line.text.slice(0, 120)}`} aria-current={here || undefined}
    >
      <div className="when">
        <time dateTime={line.occurredAt} title={`${clock(i18n.language, line.occurredAt, 'UTC', true)} UTC`}>{said}</time>
        <span className="zone" data-away={line.occurredZone !== ownZone()}>{cityOf(line.occurredZone)}</span>
      </div>
      <div className="what">
        <p className="said">{line.text}</p>
        <div className="marks">
          <span className={stricter ? 'tlp' : 'tlp-quiet'} data-tlp={line.tlp}>{tlpWord(line.tlp)}</span>
          <Caveats all={caveats} />
          {line.derived && <span className="mark"><IconArrowsExchange size={14} aria-hidden /> {t('timeline.derivedMark')}</span>}
          {line.gradeSource && <span className="mark" title={line.gradeScheme ? t(`gradeScheme.${line.gradeScheme}`) : undefined}><b>{line.gradeSource}{line.gradeInformation}</b> {line.gradeScheme && t(`gradeScheme.${line.gradeScheme}`)}</span>}
          {line.sourceKind && <span className="mark" data-strong={line.sourceKind === 'PROTECTED_SOURCE'}>{t(`sourceKind.${line.sourceKind}`)}{line.sourceReference && ` ${line.sourceReference}`}</span>}
          {late > 0 && <span className="late"><IconClockExclamation size={14} aria-hidden /> {t('timeline.lateBy', { count: late })}</span>}
          {line.corrected && <span className="mark" data-strong><IconPencilCheck size={14} aria-hidden /> {t('timeline.corrected')}</span>}
          {line.occurredSaid && <span className="mark"><IconQuote size={14} aria-hidden /> <q>{line.occurredSaid}</q></span>}
          {line.attachments.length > 0 && <span className="mark" title={line.attachments.map((one) => one.name).join(', ')}><IconPaperclip size={14} aria-hidden /> {t('timeline.attachments', { count: line.attachments.length })}</span>}
          {line.tags.map((tag) => <button key={tag} type="button" className="tag" data-tag={tag} tabIndex={here || first ? 0 : -1}>#{tag}</button>)}
        </div>
      </div>
      <div className="recorded">
        <span className="who-said">{line.recordedBy?.name ?? '—'} <span className="quiet">{line.recordedBy?.agency?.code}</span></span>
        <time className="quiet" dateTime={line.recordedAt} title={`${clock(i18n.language, line.recordedAt, 'UTC', true)} UTC`}>
          <span className="sr">{t('timeline.recordedAt')} </span>{clock(i18n.language, line.recordedAt, ownZone())}
        </time>
      </div>
    </article>
  );
});
