import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { useSubscription, type AnyVariables, type DocumentInput } from 'urql';
import { line } from './line';

/**
 * Follows what happens: `again` is called with every fact, and without one when the line is back after it was lost, since something may have
 * been missed.
 */
export function useLive<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>, variables: Variables, again: (data?: Data) => void, pause = false,
) {
  const [told] = useSubscription({ query, variables, pause } as Parameters<typeof useSubscription<Data, Data, Variables>>[0]);
  const state = useSyncExternalStore(line.onChange, line.state);
  const act = useEffectEvent(again);
  const was = useRef(state);

  useEffect(() => {
    if (told.data) act(told.data);
  }, [told.data]);
  // The server ended it, as it does when the right to it ends: what is shown may be shown no longer.
  useEffect(() => {
    if (told.error) act();
  }, [told.error]);
  useEffect(() => {
    if (state === 'open' && was.current === 'lost') act();
    was.current = state;
  }, [state]);
  return told;
}
