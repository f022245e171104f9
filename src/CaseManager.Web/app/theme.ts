import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// One blue, dark enough for white text, and room for the colours that mean something: markings and states.
const blue: MantineColorsTuple = [
  '#eef3fb', '#dbe4f2', '#b3c6e6', '#88a6da', '#648bd0', '#4d7aca', '#4171c8', '#3260b1', '#2a559f', '#1d498d',
];

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 6 },
  colors: { blue },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  defaultRadius: 'sm',
  autoContrast: true,
  luminanceThreshold: 0.179, // where black begins to read better than white
  respectReducedMotion: true,
});

/** What is said more quietly is still read by all: at least 4.5 to 1 on the page and on its panels. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5c636b', '--mantine-color-placeholder': '#666d75', '--mantine-color-yellow-light-color': '#6b4700' },
  dark: { '--mantine-color-dimmed': '#a6adb5', '--mantine-color-placeholder': '#9aa1a9' },
});
