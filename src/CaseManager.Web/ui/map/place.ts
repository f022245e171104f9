import type { ReactNode, Ref } from 'react';
import type { Colours } from './colours';
import type { World } from './world';

export type Spot = { longitude: number; latitude: number };

/** A place on the map: its name, and how it is, by word and symbol. */
export type Place = Spot & { id: string; name: string; detail: string; word: string; symbol: ReactNode; state: string };

/** How buttons and keys move what is seen, whoever draws it. */
export type Camera = {
  zoom: (by: number) => void;
  /** In steps of a quarter of what is seen: to the east, to the north. */
  pan: (east: number, north: number) => void;
  /** Back to all places. */
  fit: () => void;
};

/** What whoever draws the map is given; `near` is a place to look at closely. */
export type Drawing = { ref: Ref<Camera>; world: World; colours: Colours; places: readonly Place[]; near?: Spot; onOpen: (id: string) => void };
