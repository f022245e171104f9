/** Whether facts reach this page as they happen. */
export type LineState = 'idle' | 'open' | 'lost';

let state: LineState = 'idle';
let since = Date.now();
const listeners = new Set<() => void>();

export const line = {
  state: () => state,
  /** When it came to be so, in milliseconds since 1970. */
  since: () => since,
  /** @param at When it was last known to be otherwise: what a lost line told is as old as that. */
  is(next: LineState, at = Date.now()) {
    if (next === state || (next === 'lost' && state === 'idle')) return;
    state = next;
    since = at;
    for (const listener of listeners) listener();
  },
  onChange(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
