import { useLocalStorage } from '@mantine/hooks';
import { useBearer } from './bearer';

const prefix = 'casemanager.draft.';
const own = (person: { agency: string; subject: string }) => `${prefix}${person.agency}.${person.subject}.`;

/** What somebody has begun, kept on this machine for that person alone: until it is done, thrown away, or they sign out. */
export function useDraft<T>(of: string, empty: T) {
  return useLocalStorage<T>({ key: own(useBearer()) + of, defaultValue: empty, getInitialValueInEffect: false });
}

/** Leaves nothing of what a person had begun on this machine. */
export function dropDrafts(person: { agency: string; subject: string }) {
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(own(person)))) localStorage.removeItem(key);
}
