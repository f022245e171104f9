import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from 'urql';

/** Why an act was not done: the code of a refusal, or that no answer came. */
export type Outcome = { code: string; message: string; field?: string | null };

/** What to tell of an act's answer; nothing when it was done. */
export function said(answer: OperationResult, errors: readonly object[] | null | undefined): Outcome | undefined {
  const [refusal] = (errors ?? []) as Outcome[];
  if (refusal) return refusal;
  if (!answer.error) return undefined;
  const code = answer.error.graphQLErrors[0]?.extensions.code;
  return { code: typeof code === 'string' ? code : 'no-answer', message: answer.error.message };
}

/** A refusal in the reader's language; the server's own sentence where there is none yet. */
export function Said({ outcome }: { outcome?: Outcome }) {
  const { t, i18n } = useTranslation();
  if (!outcome) return null;
  const key = `refusal.${outcome.code}`;
  return <Alert mt="sm" color="red" role="alert" title={outcome.code}>{i18n.exists(key) ? t(key as never) : outcome.message}</Alert>;
}
