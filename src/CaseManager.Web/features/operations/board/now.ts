import { createContext, useContext, useSyncExternalStore } from 'react';
import { localIn } from '../../../ui/zones';

// One tick for all clocks of a page, at the turn of each second, so that none shows another second than its neighbour.
let now = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = Date.now();
  timer = setTimeout(tick, 1000 - (now % 1000));
  for (const listener of listeners) listener();
}

function listen(listener: () => void) {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(timer);
  };
}

/** The moment at which all clocks below stand still; null: they go. */
export const StandStill = createContext<number | null>(null);

/** Milliseconds since 1970, renewed every second. */
export function useNow() {
  const going = useSyncExternalStore(listen, () => now);
  return useContext(StandStill) ?? going;
}

/** Hours, minutes and seconds between two moments; days before them when there are any. */
export function elapsed(milliseconds: number) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor((seconds % 86_400) / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map((part) => String(part).padStart(2, '0'));
  const days = Math.floor(seconds / 86_400);
  return { days, clock: parts.join(':') };
}

/** A moment as digits in a zone, alike in every language: clocks in columns are compared, not read. */
export const digits = (at: string | number, zone: string, seconds = false) => localIn(zone, at).slice(11, seconds ? 19 : 16);

/** Minutes and seconds, for what lasts shortly: 2:00; hours only when there are any. */
export function short(milliseconds: number) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}` : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
