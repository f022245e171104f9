import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitShownFragment } from '../../gql/graphql';
import { RecordLink } from '../../records/RecordLink';

/** Where the exhibit stands among other records, both ways. */
export function ExhibitLinks({ links }: { links: ExhibitShownFragment['links'] }) {
  const { t } = useTranslation();
  const all = links?.nodes ?? [];
  return (
    <section aria-labelledby="links">
      <Title order={2} size="h4" id="links" mb="xs">{t('exhibit.links')}</Title>
      {all.length === 0 ? <Text size="sm" c="dimmed">{t('exhibit.noLinks')}</Text> : (
        <ul className="plain-list">
          {all.map((link, at) => (
            <li key={at}>
              <span className="quiet">{t(link.direction === 'OUTGOING' ? `linkKind.${link.kind}` : `linkedKind.${link.kind}`)}</span>{' '}
              {link.other ? <RecordLink of={link.other} /> : '—'} {link.reason && <q>{link.reason}</q>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
