import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';

const Officers = graphql(`query OfficersToName($where: OfficerFilterInput) { officers(first: 20, where: $where, order: [{ name: ASC }]) { nodes { id name agency { id code } } } }`);

/** Somebody by name, of one agency or of any. */
export function OfficerSelect({ label, agency, value, set, error }: { label: string; agency?: string; value: string; set: (officer: string) => void; error?: string }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const [looked] = useDebouncedValue(words === chosen?.label ? '' : words, 200);
  const where = { and: [{ departedOn: { eq: null } }, ...(agency ? [{ agency: { eq: agency } }] : []), ...(looked ? [{ name: { contains: looked } }] : [])] };
  const [{ data }] = useQuery({ query: Officers, variables: { where }, pause: agency === '' });
  const found = (data?.officers?.nodes ?? []).map((officer) => ({ value: officer.id, label: `${officer.name} (${officer.agency?.code ?? '—'})` }));
  const all = chosen && chosen.value === value && !found.some((one) => one.value === value) ? [chosen, ...found] : found;
  return (
    <Select
      label={label} required searchable clearable disabled={agency === ''} error={error} value={value || null} data={all} filter={({ options }) => options}
      searchValue={words} onSearchChange={setWords} nothingFoundMessage={t('plan.nothing')}
      onChange={(id) => { setChosen(all.find((one) => one.value === id)); set(id ?? ''); }}
    />
  );
}
