import { Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Refused } from '../../ui/Faces';
import { ownZone } from '../../ui/settings';
import { momentIn } from '../../ui/zones';
import { When } from '../../ui/When';

const Holder = graphql(`
  query HolderAt($id: ID!, $at: DateTime!) {
    exhibit(id: $id) { id holderAt(at: $at) { since until recordedAt recordedLate holder { id name agency { id code } } } }
  }
`);

/** Answers who had it at a moment of the clock by which things happened. */
export function HolderAt({ id }: { id: string }) {
  const { t } = useTranslation();
  const [at, setAt] = useState('');
  const moment = at && momentIn(ownZone(), at).toISOString();
  const [{ data, error, fetching }] = useQuery({ query: Holder, variables: { id, at: moment }, pause: !moment });
  const held = moment ? data?.exhibit?.holderAt : undefined;
  return (
    <section aria-labelledby="holder-at" className="no-print">
      <Title order={2} size="h4" id="holder-at" mb="xs">{t('exhibit.heldAt')}</Title>
      <TextInput type="datetime-local" label={t('exhibit.moment', { zone: ownZone() })} value={at} onChange={(event) => setAt(event.currentTarget.value)} />
      <Text mt="xs" size="sm" role="status">
        {held && <><strong>{held.holder?.name}</strong> ({held.holder?.agency?.code}), <When at={held.since} /> – {held.until ? <When at={held.until} /> : t('exhibits.now')}</>}
        {moment && !fetching && data?.exhibit && !held && t('exhibit.notYetSeized')}
      </Text>
      {error && <Refused error={error} />}
    </section>
  );
}
