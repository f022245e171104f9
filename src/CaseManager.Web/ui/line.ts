/** Whether facts reach this page as they happen. */
export type LineState = 'idle' | 'open' | 'lost';

let state: LineState = 'idle';
let since = Date.now();
const listeners = new Set<() => void>();

export const line = {
  state: () => state,
  /** When it came to be so, in milliseconds since 1970. */
  since: () => since,
  is(next: LineState) {
    if (next === state || (next === 'lost' && state === 'idle')) return;
    state = next;
    since = Date.now();
    for (const listener of listeners) listener();
  },
  onChange(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
