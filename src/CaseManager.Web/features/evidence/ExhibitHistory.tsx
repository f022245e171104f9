import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitShownFragment } from '../../gql/graphql';
import { type Tlp, tlpWord } from '../../ui/Marking';
import { When } from '../../ui/When';

type Change = ExhibitShownFragment['history'][number];

// What follows from the fact itself is not told a second time.
const shown = ['description', 'seal', 'holder', 'holderAgency', 'offeredTo', 'due', 'tlp', 'restrictions'];

/** All that happened to the record, newest first, with what was there before. */
export function ExhibitHistory({ history }: { history: readonly Change[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="history" className="no-print">
      <Title order={2} size="h4" id="history" mb="xs">{t('exhibit.history')}</Title>
      <ol className="changes" reversed>
        {history.toReversed().map((change) => {
          const what = `exhibit.what.${change.what.split('.')[1]}`;
          return (
            <li key={change.version}>
              <div><strong>{i18n.exists(what) ? t(what as never) : change.what}</strong> <span className="quiet">{change.by?.name ?? t('exhibit.itself')} {change.agency && `(${change.agency.code})`} · <When at={change.recordedAt} seconds /></span></div>
              {change.reason && <div className="quiet"><q>{change.reason}</q></div>}
              {change.version > 1 && change.fields.filter((field) => shown.includes(field.field)).map((field) => (
                <div key={field.field} className="quiet wrap">
                  {t('exhibit.fieldWas', { field: t(`exhibit.field.${field.field}` as never) })} <del>{field.wasOfficer?.name ?? value(field.field, field.was)}</del> → <ins>{field.isOfficer?.name ?? value(field.field, field.is)}</ins>
                </div>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );

  function value(field: string, text?: string | null) {
    if (field === 'due' && text) return <When at={text} />;
    if (field === 'tlp' && text) return tlpWord(text as Tlp);
    return text || '—';
  }
}
