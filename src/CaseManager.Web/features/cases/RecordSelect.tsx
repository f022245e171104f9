import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import { nameOf, RecordNamed } from '../../records/place';

const Found = graphql(`
  query RecordsToLink($text: String!) {
    search(first: 12, text: $text, types: ["TimelineEntry", "Exhibit", "Operation"]) { nodes { record { id ...RecordNamed } } }
  }
`);

/** A record that may be linked, found by its words, number or seal. */
export function RecordSelect({ label, value, onChange, without }: { label: string; value: string; onChange: (id: string) => void; without: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [text] = useDebouncedValue(search, 200);
  const [{ data }] = useQuery({ query: Found, variables: { text }, pause: text.trim().length < 2 });
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const found = (data?.search?.nodes ?? []).flatMap(({ record }) => (record && record.id !== without ? [{ value: record.id, label: nameOf(t, read(RecordNamed, record)) }] : []));
  const all = chosen && !found.some((one) => one.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      size="xs" label={label} placeholder={t('acts.find')} searchable autoFocus data={all} value={value || null} filter={({ options }) => options} onSearchChange={setSearch}
      onChange={(id, option) => { onChange(id ?? ''); setChosen(option ?? undefined); }} nothingFoundMessage={t('acts.notFound')}
    />
  );
}
