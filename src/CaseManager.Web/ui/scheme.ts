import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { settings, useSettings } from './settings';

export const schemes = ['auto', 'light', 'dark', 'night'] as const;
export type Scheme = (typeof schemes)[number];

/** The colours of the app: those of the system, light, dark, or red on black. */
export function useScheme(): [Scheme, (to: Scheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { night } = useSettings();
  return [night ? 'night' : colorScheme, (to) => {
    settings.set({ night: to === 'night' });
    setColorScheme(to === 'night' ? 'dark' : to);
  }];
}

/** The colours that show now: what the system says is said here. */
export function useShownScheme(): Exclude<Scheme, 'auto'> {
  const shown = useComputedColorScheme('light');
  return useSettings().night ? 'night' : shown;
}
