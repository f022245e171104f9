import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stale } from '../../records/trouble';
import { clock } from '../../ui/When';
import { cityOf } from '../../ui/zones';
import type { Line } from './entries';
import { type Draft, draftOf } from './entryDraft';

/** Somebody else was faster: what stands now, what one has written, and the choice. Nothing that was typed is lost by looking. */
export function Versions({ theirs, mine, changes, takeTheirs, writeMine }: {
  theirs: Line; mine: Draft; changes: Stale['changes']; takeTheirs: () => void; writeMine: () => void;
}) {
  const { t, i18n } = useTranslation();
  const last = changes.at(-1);
  const when = (draft: Draft) => `${draft.how === 'day' || draft.how === 'part' ? draft.date : draft.at.replace('T', ' ')}${draft.until ? ` – ${draft.until.replace('T', ' ')}` : ''}${draft.how === 'part' ? `, ${t(`dayPart.${draft.part}`)}` : ''} (${cityOf(draft.zone)})${draft.said ? ` “${draft.said}”` : ''}`;
  const rows = ([
    ['record.text', (draft: Draft) => draft.text],
    ['record.when', when],
    ['record.source', (draft: Draft) => (draft.source ? `${t(`sourceKind.${draft.source}`)} ${draft.reference}` : '—')],
    ['record.grade', (draft: Draft) => (draft.scheme ? `${draft.gradeSource}${draft.gradeInformation} ${t(`gradeScheme.${draft.scheme}`)}` : '—')],
  ] as const).map(([label, of]) => ({ label, theirs: of(draftOf(theirs)), mine: of(mine) }));

  return (
    <div className="versions-box" role="alert">
      <p>{t('versions.title', { name: last?.by?.name ?? '—', at: last ? clock(i18n.language, last.recordedAt) : '' })}</p>
      <div className="versions-scroll">
        <table className="versions">
          <thead><tr><td /><th scope="col">{t('versions.theirs')}</th><th scope="col">{t('versions.mine')}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} data-differs={row.theirs !== row.mine}>
                <th scope="row">{t(row.label)}</th><td>{row.theirs}</td><td>{row.mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {last?.reason && <p>{t('changes.reason')} {last.reason}</p>}
      <Group mt="sm">
        <Button size="xs" onClick={writeMine}>{t('versions.writeMine')}</Button>
        <Button size="xs" variant="default" onClick={takeTheirs}>{t('versions.takeTheirs')}</Button>
      </Group>
    </div>
  );
}
