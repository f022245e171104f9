import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useState } from 'react';
import { graphql } from '../../../gql';
import { clock } from '../../../ui/When';

const Asked = graphql(`query EarliestHHour($id: ID!, $from: DateTime!) { operation(id: $id) { record: id earliestHHour(from: $from) { at complete } } }`);

type Answer = { at?: string | null; complete: boolean };

/** Looks for the first H-hour that every site's authority allows, and puts it into the field. */
export function Earliest({ id, from, take }: { id: string; from: number; take: (at: number) => void }) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [answer, setAnswer] = useState<Answer>();

  async function ask() {
    const { data } = await client.query(Asked, { id, from: new Date(from).toISOString() }, { requestPolicy: 'network-only' });
    const found = data?.operation?.earliestHHour;
    setAnswer(found);
    if (found?.at) take(Date.parse(found.at));
  }

  return (
    <>
      <Button variant="default" onClick={() => void ask()}>{t('plan.earliest')}</Button>
      {answer && (
        <Text size="sm" role="status">
          {answer.at ? t('plan.earliestIs', { at: clock(i18n.language, answer.at, 'UTC') }) : t('plan.noEarliest')}
          {!answer.complete && ` ${t('plan.notAllSites')}`}
        </Text>
      )}
    </>
  );
}
