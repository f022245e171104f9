import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';

const Officers = graphql(`
  query OfficersToChoose($where: OfficerFilterInput) {
    officers(first: 20, where: $where, order: [{ name: ASC }]) { nodes { id name agency { id code } } }
  }
`);

type Shared = { label: string; required?: boolean; error?: string; description?: string };

/** Somebody of any agency who still serves, found by letters of the name. */
export function OfficerSelect({ value, onChange, ...shared }: Shared & { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation();
  const { data, setSearch } = useOfficers();
  return (
    <Select
      {...shared} searchable data={data} value={value || null} onChange={(id) => onChange(id ?? '')} onSearchChange={setSearch}
      nothingFoundMessage={t('people.none')} filter={({ options }) => options}
    />
  );
}

export function OfficersSelect({ value, onChange, ...shared }: Shared & { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { data, setSearch } = useOfficers();
  return (
    <MultiSelect
      {...shared} searchable data={data} value={value} onChange={onChange} onSearchChange={setSearch} nothingFoundMessage={t('people.none')} filter={({ options }) => options}
    />
  );
}

/** Those found now, and those found before: who is chosen keeps the name. */
function useOfficers() {
  const [search, setSearch] = useState('');
  const [letters] = useDebouncedValue(search.replace(/ \([^)]*\)$/, ''), 150);
  const where = useMemo(() => ({ and: [{ departedOn: { eq: null } }, ...(letters ? [{ name: { contains: letters } }] : [])] }), [letters]);
  const [{ data }] = useQuery({ query: Officers, variables: { where }, requestPolicy: 'cache-first' });
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const found = data?.officers?.nodes;
  const [before, setBefore] = useState(found);
  if (found !== before) {
    setBefore(found);
    if (found) setKnown(new Map([...known, ...found.map((one) => [one.id, `${one.name} (${one.agency?.code ?? '—'})`] as const)]));
  }
  return { data: [...known].map(([id, label]) => ({ value: id, label })).filter(({ label }) => label.toLowerCase().includes(letters.toLowerCase())), setSearch };
}
