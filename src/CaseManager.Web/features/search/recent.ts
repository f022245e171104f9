import { useCallback } from 'react';
import { useDraft } from '../../records/useDraft';

const most = 8;

/** What was looked for last on this machine; the newest first. */
export function useRecent() {
  const [recent, setRecent, forget] = useDraft<string[]>('searches', []);
  const keep = useCallback((words: string) => {
    if (words.trim().length > 1) setRecent((before) => [words.trim(), ...before.filter((one) => one !== words.trim())].slice(0, most));
  }, [setRecent]);
  return { recent, keep, forget };
}
