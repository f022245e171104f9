import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../records/trouble';

/** What is wrong with a field, in the reader's language, where the refusal names it. */
export function useFault(outcome?: Outcome) {
  const { t, i18n } = useTranslation();
  return (field: string) => {
    if (!outcome?.field || (outcome.field !== field && !outcome.field.startsWith(`${field}.`))) return undefined;
    const key = `refusal.${outcome.code}`;
    return i18n.exists(key) ? t(key as never) : outcome.message;
  };
}
