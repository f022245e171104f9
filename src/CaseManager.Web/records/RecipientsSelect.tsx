import { type MantineSize, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryNamed, countryOf, isCountry, ofCountry } from './caveats';

export type Agency = { code: string; name: string; country?: string | null };

/** Agencies, and countries with all their agencies: those of the agencies, and any other by its ISO 3166 code. */
export function RecipientsSelect({ agencies, value, onChange, ...shared }: {
  label: string; description: string; size?: MantineSize; error?: string; agencies: readonly Agency[]; value: string[]; onChange: (chosen: string[]) => void;
}) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState('');
  const typed = words.trim().toUpperCase();
  const known = new Set([...agencies.flatMap((one) => one.country ?? []), ...value.flatMap((one) => countryOf(one) ?? []), ...(isCountry(typed) ? [typed] : [])]);
  const named = agencies.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  const nameless = value.filter((one) => countryOf(one) === undefined && !named.some((agency) => agency.value === one)).map((one) => ({ value: one, label: one }));
  return (
    <MultiSelect
      {...shared} searchable searchValue={words} onSearchChange={setWords} withScrollArea={false} classNames={{ options: 'options' }} value={value} onChange={onChange}
      nothingFoundMessage={t('caveats.noRecipient')}
      data={[
        { group: t('caveats.agencies'), items: [...named, ...nameless] },
        { group: t('caveats.countries'), items: [...known].toSorted().map((code) => ({ value: ofCountry(code), label: countryNamed(i18n.language, code) })) },
      ]}
    />
  );
}
