import { type MantineSize, MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../gql';

const Officers = graphql(`
  query OfficersToChoose($where: OfficerFilterInput) {
    officers(first: 20, where: $where, order: [{ name: ASC }]) { nodes { id name agency { id code } } }
  }
`);

type Officer = { id: string; name: string; agency?: { code: string } | null };
type Looked = {
  /** Somebody who cannot be meant, such as oneself. */
  but?: string;
  /** Only officers of this agency, by its code; nobody while it is not yet said (empty). */
  agency?: string;
  /** Those who left, too. */
  departed?: boolean;
};
type Shared = Looked & { label: string; description?: string; required?: boolean; error?: string | boolean; size?: MantineSize };

/** Somebody who still serves, found by letters of the name; those who are likely come first, under a word of their own. */
export function OfficerSelect({ value, onChange, first, but, agency, departed, autoFocus, ...shared }: Shared & {
  value: string; onChange: (id: string) => void; autoFocus?: boolean; first?: { group: string; officers: readonly Officer[] };
}) {
  const { t } = useTranslation();
  const likely = (first?.officers ?? []).filter(({ id }) => id !== but);
  const { options, label, look } = useOfficers(value ? [value] : [], { but, agency, departed }, likely);
  const others = options.filter((one) => !likely.some(({ id }) => id === one.value));
  return (
    <Select
      {...shared} {...look} data-autofocus={autoFocus || undefined} value={value || null} onChange={(id) => onChange(id ?? '')} clearable={!shared.required}
      data={likely.length > 0 ? [{ group: first!.group, items: likely.map(label) }, { group: t('records.officers'), items: others }] : others}
    />
  );
}

/** The same for several. */
export function OfficersSelect({ value, onChange, but, agency, departed, ...shared }: Shared & { value: string[]; onChange: (ids: string[]) => void }) {
  const { options, look } = useOfficers(value, { but, agency, departed });
  return <MultiSelect {...shared} {...look} value={value} onChange={onChange} data={options} />;
}

function useOfficers(chosen: readonly string[], { but, agency, departed }: Looked, likely: readonly Officer[] = []) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [known, setKnown] = useState<ReadonlyMap<string, Officer>>(new Map());
  const label = ({ id, name, agency: of }: Officer) => ({ value: id, label: t('records.officer', { name, agency: of?.code ?? '—' }) });
  const said = [...known.values(), ...likely].filter(({ id }) => chosen.includes(id)).map(label);
  // What is written there once somebody is chosen is no search.
  const [letters] = useDebouncedValue(said.some((one) => one.label === words) ? '' : words.trim(), 150);
  const meant = { and: [...(departed ? [] : [{ departedOn: { eq: null } }]), ...(agency ? [{ agency: { eq: agency } }] : []), ...(letters ? [{ name: { contains: letters } }] : [])] };
  const nameless = chosen.filter((id) => !said.some(({ value }) => value === id)); // of a draft that was left and is taken up again
  const where = nameless.length > 0 ? { or: [meant, { id: { in: nameless } }] } : meant;
  const [{ data }] = useQuery({ query: Officers, variables: { where }, requestPolicy: 'cache-first', pause: agency === '' });
  const found = data?.officers?.nodes;
  // Who was chosen keeps the name when others are looked for.
  const [before, setBefore] = useState(found);
  if (found !== before) {
    setBefore(found);
    if (found) setKnown(new Map([...known, ...found.map((one) => [one.id, one] as const)]));
  }
  const options = (agency === '' ? [] : found ?? []).filter(({ id }) => id !== but).map(label);
  return {
    label, options: [...said.filter((one) => !options.some(({ value }) => value === one.value)), ...options],
    look: {
      searchable: true, searchValue: words, onSearchChange: setWords, disabled: agency === '', filter: asFound, nothingFoundMessage: t('records.nobody'),
      withScrollArea: false, classNames: { options: 'options' }, clearButtonProps: { 'aria-label': t('faces.clear') },
    },
  };
}

const asFound: OptionsFilter = ({ options }) => options; // the server looked for them
