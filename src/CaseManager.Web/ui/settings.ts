import { useSyncExternalStore } from 'react';

/** How this person likes the app, on this machine. */
export type Settings = {
  /** Whether single keys act; those with Ctrl always do (WCAG 2.1.4). */
  singleKeys: boolean;
  /** The zone of clocks that belong to no place; empty follows the machine. */
  zone: string;
  /** Red on black, for eyes used to the dark. */
  night: boolean;
  /** Less room between rows. */
  dense: boolean;
  /** Columns shown or not, otherwise than a list has them at first; by the list's name and the column's. */
  columns: Record<string, Record<string, boolean> | undefined>;
};

const key = 'casemanager.settings';
const defaults: Settings = { singleKeys: true, zone: '', night: false, dense: false, columns: {} };
const listeners = new Set<() => void>();
let current = kept();

function kept(): Settings {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>) };
  } catch {
    return defaults;
  }
}

export const settings = {
  now: () => current,
  set(next: Partial<Settings>) {
    current = { ...current, ...next };
    localStorage.setItem(key, JSON.stringify(current));
    for (const listener of listeners) listener();
  },
  onChange(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const useSettings = () => useSyncExternalStore(settings.onChange, settings.now);

/** The zone of this machine. */
export const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone in which clocks show that belong to no place. */
export const ownZone = () => current.zone || machineZone;
