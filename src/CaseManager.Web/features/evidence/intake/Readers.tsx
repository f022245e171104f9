import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';

const Officers = graphql(`query PossibleReaders { officers(first: 50, order: [{ name: ASC }]) { nodes { id name agency { id code } } } }`);

/** Who may read it, by name; whoever records it always may. */
export function Readers({ value, put, error }: { value: string[]; put: (ids: string[]) => void; error?: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: Officers });
  return (
    <MultiSelect
      size="md" label={t('intake.readers')} description={t('intake.readersHint')} required searchable withScrollArea={false} classNames={{ options: 'options' }} value={value} onChange={put} error={error}
      data={(data?.officers?.nodes ?? []).map((one) => ({ value: one.id, label: t('records.officer', { name: one.name, agency: one.agency?.code ?? '—' }) }))}
    />
  );
}
