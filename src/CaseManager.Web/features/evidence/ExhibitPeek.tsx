import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useMarked } from '../../records/marking';
import { Marks } from '../../records/Marks';
import { Faces, NotFound } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { When } from '../../ui/When';
import { CustodyState } from './CustodyState';
import './exhibit.css';

const Peeked = graphql(`
  query PeekExhibit($id: ID!) {
    exhibit(id: $id) {
      id number description kind status overdue seal place marking { ...Marked } heldSince
      holder { id name } holderAgency { id code }
      holdings { since until holder { id name } }
    }
  }
`);

/** An exhibit at the side of a list: what it is, and through whose hands it went. */
export function ExhibitPeek({ id }: { id: string }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({ query: Peeked, variables: { id } });
  const marking = data?.exhibit?.marking;
  useMarked(useMemo(() => [marking], [marking]));
  return (
    <Faces data={data?.exhibit} error={error} empty={data && <NotFound />}>
      {(exhibit) => (
        <Stack gap="sm">
          <div className="marks"><CustodyState status={exhibit.status} overdue={exhibit.overdue} /> <Marks of={exhibit.marking} /></div>
          <Text className="wrap">{exhibit.description}</Text>
          <Text size="sm" c="dimmed">{t(`exhibitKind.${exhibit.kind}`)} · {exhibit.place} · <span className="mono">{exhibit.seal}</span></Text>
          <ol className="hands">
            {exhibit.holdings.map((held, at) => (
              <li key={at}>
                <Text size="sm" fw={600}>{held.holder?.name ?? '—'}</Text>
                <Text size="xs" c="dimmed"><When at={held.since} /> – {held.until ? <When at={held.until} /> : t('exhibits.now')}</Text>
              </li>
            ))}
          </ol>
          <LinkTo to="/exhibits/$id" params={{ id: exhibit.id }}>{t('exhibits.open')}</LinkTo>
        </Stack>
      )}
    </Faces>
  );
}
