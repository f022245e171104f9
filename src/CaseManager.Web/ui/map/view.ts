import { geoCentroid, geoMercator } from 'd3-geo';
import type { Spot } from './place';

/** The middle of what is shown, and how large: pixels for a radian of the earth. */
export type View = { middle: [longitude: number, latitude: number]; scale: number };

/** One projection for whoever draws: what stands in until WebGL has drawn gives way unseen. */
export const mercator = ({ middle: [longitude, latitude], scale }: View, width: number, height: number) =>
  geoMercator().rotate([-longitude, 0]).center([0, latitude]).scale(scale).translate([width / 2, height / 2]);

const margin = (size: number) => Math.min(90, size / 5); // px, for what is written beside the outermost

/** All spots in view, none nearer to the edge than its label is long; a single one with its surroundings. */
export function fitted(spots: readonly Spot[], width: number, height: number): View {
  if (spots.length === 0) return { middle: [0, 30], scale: Math.min(width, height) / 2.2 };
  const points = spots.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  let middle = geoCentroid({ type: 'MultiPoint', coordinates: points });
  let scale = Math.min(width, height) / 2;
  for (let round = 0; round < 8; round++) {
    const flat = mercator({ middle, scale }, 0, 0);
    const placed = points.map((point) => flat(point) ?? [0, 0]);
    const [xs, ys] = [placed.map(([x]) => x!), placed.map(([, y]) => y!)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = (size: number, taken: number) => (size - 2 * margin(size)) / Math.max(taken, 1e-6);
    middle = flat.invert?.([(left + right) / 2, (top + bottom) / 2]) ?? middle;
    scale = Math.min(scale * Math.min(room(width, right - left), room(height, bottom - top)), 8 * width);
  }
  return { middle, scale };
}
