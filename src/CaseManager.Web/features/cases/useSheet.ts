import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { type Asked, sheetOf, type Sheet } from './entries';

/** The timeline that is asked for; until its first page is there, what was shown before it. */
export function useSheet(asked: Asked, pause: boolean) {
  const client = useClient();
  const key = JSON.stringify(asked);
  const store = useMemo(() => sheetOf(client, JSON.parse(key) as Asked), [client, key]);
  const now = useSyncExternalStore(store.onChange, store.now);
  const before = useRef<Sheet>(undefined);
  useEffect(() => {
    if (!pause && store.now().total === undefined) store.again();
  }, [store, pause]);
  if (now.total !== undefined || now.error) before.current = now;
  return { store, sheet: now.total !== undefined || now.error ? now : (before.current ?? now), asking: now.total === undefined && !now.error };
}
