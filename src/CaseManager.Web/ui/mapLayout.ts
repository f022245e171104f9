import { geoAzimuthalEqualArea, geoCentroid } from 'd3-geo';

export type Spot = { longitude: number; latitude: number };
/** The middle of what is shown, and how large: pixels for a radian of the earth. */
export type View = { middle: [longitude: number, latitude: number]; scale: number };

/** True to area around its middle, wherever that is: sites may lie on both sides of an ocean. */
export const projection = ({ middle, scale }: View, width: number, height: number) =>
  geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).scale(scale).translate([width / 2, height / 2]).clipAngle(110).clipExtent([[-2, -2], [width + 2, height + 2]]);

const margin = 80; // px, for what is written beside the outermost

/** All spots in view, none nearer to the edge than its label is long; a single one with its surroundings. */
export function fitted(spots: readonly Spot[], width: number, height: number): View {
  if (spots.length === 0) return { middle: [0, 30], scale: Math.min(width, height) / 2.2 };
  const points = spots.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  let middle = geoCentroid({ type: 'MultiPoint', coordinates: points });
  let scale = 1;
  for (let round = 0; round < 4; round++) {
    const flat = projection({ middle, scale: 1 }, 0, 0).clipExtent(null);
    const placed = points.map((point) => flat(point) ?? [0, 0]);
    const [xs, ys] = [placed.map(([x]) => x!), placed.map(([, y]) => y!)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = (size: number) => Math.max(size - 2 * margin, size * 0.5);
    scale = Math.min(room(width) / Math.max(right - left, 1e-9), room(height) / Math.max(bottom - top, 1e-9), 8 * width);
    middle = flat.invert?.([(left + right) / 2, (top + bottom) / 2]) ?? middle;
  }
  return { middle, scale };
}

export type Box = { x: number; y: number; width: number; height: number };

/** Where each label stands: beside its spot where there is room, else as near as there is. None covers another, nor a spot. */
export function labels(spots: readonly { x: number; y: number; width: number }[], height: number, within: { width: number; height: number }): Box[] {
  const taken: Box[] = spots.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 }));
  return spots.map(({ x, y, width }) => {
    let best: Box | undefined;
    for (let away = 12; away < 260 && !best; away += 14) {
      for (const [dx, dy] of around) {
        const box = { x: x + dx * away + (dx < 0 ? -width : dx === 0 ? -width / 2 : 0), y: y + dy * away - height / 2, width, height };
        const inside = box.x > 4 && box.y > 4 && box.x + width < within.width - 4 && box.y + height < within.height - 4;
        if (inside && !taken.some((other) => overlap(box, other))) { best = box; break; }
      }
    }
    const box = best ?? { x: Math.min(Math.max(x + 12, 4), Math.max(4, within.width - width - 4)), y: Math.min(Math.max(y - height / 2, 4), within.height - height - 4), width, height };
    taken.push(box);
    return box;
  });
}

const around = [[1, 0], [-1, 0], [1, -1], [1, 1], [-1, -1], [-1, 1], [0, -1.6], [0, 1.6]] as const;
const overlap = (a: Box, b: Box) => a.x < b.x + b.width + 3 && b.x < a.x + a.width + 3 && a.y < b.y + b.height + 3 && b.y < a.y + a.height + 3;
