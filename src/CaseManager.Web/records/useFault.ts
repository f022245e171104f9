import type { Outcome } from './trouble';
import { useSentence } from './useSentence';

/** What is wrong with a field, in the reader's language, where the refusal names it. */
export function useFault(outcome?: Outcome) {
  const sentence = useSentence();
  return (field: string) => {
    if (!outcome?.field || (outcome.field !== field && !outcome.field.startsWith(`${field}.`))) return undefined;
    return sentence(outcome);
  };
}
