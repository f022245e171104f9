import { useEffect, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { type Asked, sheetOf } from './entries';

/** The timeline that is asked for, once it is known what to ask; until its first page is there, what was shown before it. */
export function useSheet(asked: Asked, known: boolean) {
  const client = useClient();
  const key = JSON.stringify(asked);
  const [store, setStore] = useState(() => sheetOf(client));
  useEffect(() => {
    if (known) setStore((before) => sheetOf(client, JSON.parse(key) as Asked, before.now()));
  }, [client, key, known]);
  useEffect(() => store.start(), [store]);
  return { store, sheet: useSyncExternalStore(store.onChange, store.now) };
}
