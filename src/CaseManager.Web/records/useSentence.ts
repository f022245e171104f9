import { useTranslation } from 'react-i18next';
import type { Outcome } from './trouble';

/** Why an act was not done, as one sentence in the reader's language; for the field that it names. */
export function useSentence() {
  const { t, i18n } = useTranslation();
  return (outcome: Outcome) => {
    const key = outcome.code === 'no-answer' ? 'errors.noAnswer' : `refusal.${outcome.code}`;
    return i18n.exists(key) ? t(key as never) : outcome.message;
  };
}
