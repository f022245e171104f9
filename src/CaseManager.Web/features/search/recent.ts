import { useLocalStorage } from '@mantine/hooks';
import { useCallback } from 'react';

const most = 8;

/** What was looked for last on this machine; the newest first. */
export function useRecent() {
  const [recent, setRecent, forget] = useLocalStorage<string[]>({ key: 'casemanager.searches', defaultValue: [], getInitialValueInEffect: false });
  const keep = useCallback((words: string) => {
    if (words.trim().length > 1) setRecent((before) => [words.trim(), ...before.filter((one) => one !== words.trim())].slice(0, most));
  }, [setRecent]);
  return { recent, keep, forget };
}
