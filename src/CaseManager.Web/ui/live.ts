import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useSubscription, type AnyVariables, type CombinedError, type DocumentInput } from 'urql';
import { line } from './line';

/** For what tells its state at once, whenever one begins to follow it: nothing can be missed. */
export const atOnce = '';

/**
 * Follows what happens from an answer on: `again` is called with every fact, and without one when the line is back after it was lost, since
 * something may have been missed.
 *
 * @param from The point of the answer that is shown; what happened between it and the beginning is told first. Without one nothing is followed.
 */
export function useLive<Data, Variables extends AnyVariables>(
  query: DocumentInput<Data, Variables>, variables: Omit<NonNullable<Variables>, 'since'>, again: (data?: Data) => void, from: string | undefined,
) {
  const start = useStart(from, JSON.stringify(variables));
  const [told] = useSubscription({ query, variables: { ...variables, since: start.since || undefined }, pause: start.since === undefined } as unknown as Parameters<typeof useSubscription<Data, Data, Variables>>[0]);
  const state = useSyncExternalStore(line.onChange, line.state);
  const act = useEffectEvent(again);
  const over = useEffectEvent(start.over);
  const was = useRef(state);

  useEffect(() => {
    if (told.data) act(told.data);
  }, [told.data]);
  // The server ended it, as it does when the right to it ends: what is shown may be shown no longer.
  useEffect(() => {
    if (!told.error) return;
    if (isTooOld(told.error)) over();
    act();
  }, [told.error]);
  useEffect(() => {
    if (state === 'open' && was.current === 'lost') act();
    was.current = state;
  }, [state]);
  return told;
}

/** The point to begin from: the first one there is, however often the page asks again. */
function useStart(from: string | undefined, of: string) {
  const key = from === undefined ? undefined : of;
  const [start, setStart] = useState<{ key?: string; since?: string; not?: string }>({ key, since: from });
  if (start.key !== key) setStart({ key, since: from });
  else if (start.since === undefined && from !== start.not) setStart({ key, since: from });
  return {
    since: start.key === key ? start.since : undefined,
    /** Too much came after it: the next answer's is taken. */
    over: () => setStart({ key, not: from }),
  };
}

const isTooOld = (error: CombinedError) => error.graphQLErrors.some((one) => one.extensions.code === 'POINT_TOO_OLD');
