import type { CSSProperties } from 'react';
import { useShownScheme } from '../scheme';

// Here and not in the style sheet: what draws on a canvas knows no style sheet.
const schemes = {
  light: { sea: '#dbe7f0', shore: '#c4d8e7', land: '#faf8f2', coast: '#93a7b8', borders: '#b3a99a', grid: '#cbd9e4' },
  dark: { sea: '#131b24', shore: '#1c2936', land: '#2c333b', coast: '#5c6f82', borders: '#59616a', grid: '#1e2a36' },
  night: { sea: '#000', shore: '#161616', land: '#1f1f1f', coast: '#8c8c8c', borders: '#5e5e5e', grid: '#242424' },
};

export type Colours = (typeof schemes)['light'];

/** The map's colours in the scheme that shows now. */
export const useColours = (): Colours => schemes[useShownScheme()];

/** The same for the style sheet: `--sea` and the others. */
export const asStyle = (colours: Colours) => Object.fromEntries(Object.entries(colours).map(([name, colour]) => [`--${name}`, colour])) as CSSProperties;
