import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';

const Officers = graphql(`
  query ExhibitOfficers($where: OfficerFilterInput) {
    officers(first: 30, where: $where, order: [{ name: ASC }]) { nodes { id name departedOn agency { id code } } }
  }
`);

const Custodians = graphql(`
  query Custodians($force: ID!) { taskForce(id: $force) { id members(first: 50) { nodes { id officer { id name agency { id code } } periods { role ended } } } } }
`);

/** Chooses an officer by name; the custodians of the task force come first. */
export function OfficerSelect({ label, description, value, onChange, but, taskForce, error, required, autoFocus }: {
  label: string; description?: string; value: string | null; onChange: (id: string | null) => void; but?: string; taskForce?: string; error?: string;
  required?: boolean; autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.replace(/ \([A-Z0-9]+\)$/, ''), 200);
  const [{ data }] = useQuery({ query: Officers, variables: { where: asked ? { name: { contains: asked } } : null } });
  const [{ data: force }] = useQuery({ query: Custodians, variables: { force: taskForce ?? '' }, pause: !taskForce });
  const members = (force?.taskForce?.members?.nodes ?? []).filter((member) => member.periods.some((period) => period.role === 'EXHIBIT_CUSTODIAN' && !period.ended));
  const first = members.flatMap((member) => (member.officer && member.officer.id !== but ? [member.officer] : []));
  const others = (data?.officers?.nodes ?? []).filter((one) => one.id !== but && !one.departedOn && !first.some((same) => same.id === one.id));
  const item = (one: { id: string; name: string; agency?: { code: string } | null }) => ({ value: one.id, label: t('records.officer', { name: one.name, agency: one.agency?.code ?? '—' }) });

  return (
    <Select
      label={label} description={description} value={value} onChange={onChange} searchable searchValue={words} onSearchChange={setWords} error={error} required={required}
      data-autofocus={autoFocus || undefined} nothingFoundMessage={t('exhibit.noOfficer')} withScrollArea={false} classNames={{ options: 'options' }} clearable={!required} clearButtonProps={{ 'aria-label': t('faces.clear') }}
      data={[...(first.length > 0 ? [{ group: t('role.EXHIBIT_CUSTODIAN'), items: first.map(item) }] : []), { group: t('exhibit.officers'), items: others.map(item) }]}
    />
  );
}
