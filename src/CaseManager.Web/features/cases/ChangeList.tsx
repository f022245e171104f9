import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../gql';
import type { ChangeShownFragment } from '../../gql/graphql';
import { type Tlp, tlpWord } from '../../ui/Marking';
import { ownZone } from '../../ui/settings';
import { clock, When } from '../../ui/When';

export const ChangeShown = graphql(`
  fragment ChangeShown on Change {
    version what recordedAt reason
    by { id name agency { id code } }
    fields { field was is wasOfficer { id name } isOfficer { id name } }
  }
`);

// Told by the line itself: who, when.
const told = new Set(['recordedAt', 'recordedBy', 'changedBy', 'openedAt', 'openedBy', 'createdAt', 'createdBy', 'corrected', 'derived']);

// Fields whose values have words of their own.
const worded: Record<string, string> = {
  stage: 'stage', priority: 'priority', outcome: 'closureOutcome', audience: 'audience', precision: 'precision', occurredPart: 'dayPart', sourceKind: 'sourceKind',
  gradeScheme: 'gradeScheme', status: 'taskProgress', role: 'role',
};
const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What became of a record, the latest first: who did what and why, and the words as they were before and after. */
export function ChangeList({ changes, after }: { changes: readonly FragmentType<typeof ChangeShown>[]; after?: (change: ChangeShownFragment) => ReactNode }) {
  const { t, i18n } = useTranslation();
  const name = (key: string, otherwise: string) => (i18n.exists(key) ? t(key as never) : otherwise);
  const value = (field: string, text: string | null | undefined) => {
    if (!text) return '';
    if (field === 'tlp') return tlpWord(text as Tlp);
    if (field === 'attachments') return attached(text);
    if (moment.test(text)) return clock(i18n.language, text, ownZone(), true);
    if (text === 'true' || text === 'false') return t(`changes.${text}`);
    return name(`${worded[field]}.${text}`, text);
  };
  return (
    <ol className="changes" reversed>
      {changes.map((one) => read(ChangeShown, one)).toSorted((a, b) => b.version - a.version).map((change) => (
        <li key={change.version}>
          <div className="change-head">
            <b>{name(`fact.${change.what.replace(/\.v\d+$/, '').replace('.', '-')}`, change.what)}</b>
            <span className="quiet"><When at={change.recordedAt} zone={ownZone()} seconds /></span>
          </div>
          <div className="quiet">{change.by ? t('changes.by', { name: change.by.name, agency: change.by.agency?.code ?? '—' }) : t('changes.itself')}</div>
          {change.reason && <div><span className="quiet">{t('changes.reason')}</span> {change.reason}</div>}
          <dl className="was">
            {change.fields.filter((field) => !told.has(field.field) && !(field.was == null && ['false', '[]', null].includes(field.is ?? null) && !field.isOfficer)).map((field) => {
              const was = field.wasOfficer?.name ?? value(field.field, field.was);
              const is = field.isOfficer?.name ?? value(field.field, field.is);
              return (
                <div key={field.field}>
                  <dt>{name(`field.${field.field}`, field.field)}</dt>
                  <dd>
                    {was && <><del><span className="sr">{t('changes.was')} </span>{was}</del>{' '}</>}
                    {is ? <ins data-new={was === ''}><span className="sr">{t('changes.is')} </span>{is}</ins> : was && <span className="quiet">{t('changes.gone')}</span>}
                  </dd>
                </div>
              );
            })}
          </dl>
          {after?.(change)}
        </li>
      ))}
    </ol>
  );
}

/** The names of what is attached, from the list as it is stored. */
function attached(list: string) {
  try {
    return (JSON.parse(list) as { name?: string; Name?: string }[]).map((one) => one.name ?? one.Name ?? '').join(', ');
  } catch {
    return list;
  }
}
