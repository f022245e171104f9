import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';

/** The four faces of whatever is asked for: on its way, refused, empty, and there. */
export function Faces<T>({ data, error, empty, children }: {
  data: T | null | undefined; error?: CombinedError; empty?: ReactNode; children: (data: T) => ReactNode;
}) {
  if (data !== null && data !== undefined) return <>{children(data)}</>;
  if (error) return <Refused error={error} />;
  return data === null && empty !== undefined ? <>{empty}</> : <Loading />;
}

export function Loading() {
  const { t } = useTranslation();
  return <Center p="xl" role="status"><Loader size="sm" aria-hidden /><span className="sr">{t('faces.loading')}</span></Center>;
}

export function Empty({ children }: { children: ReactNode }) {
  return <Center p="xl"><Text c="dimmed">{children}</Text></Center>;
}

export function NotFound() {
  const { t } = useTranslation();
  return <Empty>{t('faces.notFound')}</Empty>;
}

/** What went wrong, with its code, to be copied for whoever helps. */
export function Refused({ error }: { error: CombinedError }) {
  const { t } = useTranslation();
  const details = error.networkError ? error.networkError.message
    : error.graphQLErrors.map((e) => `${String(e.extensions.code ?? '')} ${e.message}`.trim()).join('\n');
  return (
    <Alert color="red" role="alert" title={t(error.networkError ? 'faces.noAnswer' : 'faces.refused')}>
      <Stack gap="xs" align="start">
        <Text size="sm" ff="monospace" className="wrap">{details}</Text>
        <Button size="compact-xs" variant="default" onClick={() => void navigator.clipboard.writeText(details)}>{t('faces.copy')}</Button>
      </Stack>
    </Alert>
  );
}
