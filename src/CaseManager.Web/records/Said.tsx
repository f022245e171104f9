import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clock } from '../ui/When';
import type { Outcome } from './trouble';
import { useSentence } from './useSentence';

/** Why an act was not done, in the reader's language; the server's own sentence where there is none. */
export function Said({ outcome }: { outcome?: Outcome }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  if (!outcome) return null;
  return (
    <Alert mt="sm" color="red" role="alert" title={sentence(outcome)}>
      {outcome.stale && (
        <>
          <Text size="sm">{t('errors.stale')}</Text>
          <List size="sm">
            {outcome.stale.changes.map((change) => (
              <List.Item key={change.version}>{t('errors.changed', { what: change.what, name: change.by?.name ?? '—', at: clock(i18n.language, change.recordedAt) })}</List.Item>
            ))}
          </List>
        </>
      )}
      <Text size="xs" ff="monospace">{outcome.code}{outcome.field && `: ${outcome.field}`}</Text>
    </Alert>
  );
}
