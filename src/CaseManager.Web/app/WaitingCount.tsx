import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSubscription } from 'urql';
import { graphql } from '../gql';

const Waits = graphql(`subscription WaitingCount { inboxChanged { waiting overdue } }`);

/** How much waits for one, beside the way to it: told at once, and again whenever it changes. */
export function WaitingCount() {
  const { t } = useTranslation();
  const [{ data }] = useSubscription({ query: Waits });
  const { waiting, overdue } = data?.inboxChanged ?? { waiting: 0, overdue: 0 };
  if (waiting === 0) return null;
  return (
    <Badge size="sm" variant={overdue > 0 ? 'filled' : 'default'} color="red" circle={waiting < 10} aria-label={t('shell.waiting', { count: waiting })}>{waiting}</Badge>
  );
}
