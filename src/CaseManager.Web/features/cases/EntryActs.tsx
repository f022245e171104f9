import type { EntryShownFragment } from '../../gql/graphql';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '../../records/RecordLink';

type Links = NonNullable<NonNullable<EntryShownFragment['links']>['nodes']>;

/** Tags, attachments and links of an entry, and the ways to change them. */
export function EntryActs({ entry, links }: { entry: EntryShownFragment; links: Links; readOnly: boolean; again: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {entry.tags.length > 0 && <p>{entry.tags.map((tag) => `#${tag}`).join(' ')}</p>}
      {links.map((link) => link.other && <div key={link.other.id}>{t(`${link.direction === 'OUTGOING' ? 'linkKind' : 'linkedKind'}.${link.kind}`)} <RecordLink of={link.other} /></div>)}
    </>
  );
}
