import { useEffectEvent, useLayoutEffect } from 'react';
import { settings } from './settings';

/** A key, or two after one another ("g c"), and what it does; `text` says so in the help. */
export type Key = { keys: string; text: string; run: () => void };

const shown = new Set<readonly Key[]>();
let first: { key: string; at: number } | undefined;
const together = 1_000; // ms between the two keys of a pair

/** These keys act while the component is there, unless somebody types, or has switched single keys off. */
export function useKeys(keys: readonly Key[]) {
  const run = useEffectEvent((at: number) => keys[at]?.run());
  const listed = useEffectEvent(() => keys);
  const names = keys.map((key) => key.keys + key.text).join();
  // With what is seen: a key may be pressed the moment a page shows what it does.
  useLayoutEffect(() => {
    // Looked up when pressed: what runs is always what was rendered last.
    const entry = listed().map((key, at) => ({ ...key, run: () => run(at) }));
    shown.add(entry);
    return () => void shown.delete(entry);
  }, [names]);
}

/** All keys that act on this page, those of the innermost part last. */
export const keysNow = (): Key[] => [...shown].flat();

function typing(target: EventTarget | null) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !settings.now().singleKeys || typing(event.target)) return;
  if (event.key === 'Shift') return;
  // An open dialog has the keys for itself.
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const pair = first && event.timeStamp - first.at < together ? `${first.key} ${pressed}` : undefined;
  const all = keysNow();
  const found = (pair && all.findLast((key) => key.keys === pair)) || all.findLast((key) => key.keys === pressed);
  first = all.some((key) => key.keys.startsWith(`${pressed} `)) ? { key: pressed, at: event.timeStamp } : undefined;
  if (!found) return;
  // A button has Enter and Space of its own.
  if ((pressed === 'Enter' || pressed === ' ') && event.target instanceof HTMLElement && /^(A|BUTTON|SUMMARY)$/.test(event.target.tagName)) return;
  event.preventDefault();
  first = undefined;
  found.run();
});
