import type { Geometry, Position } from 'geojson';

/**
 * The same for a plane map: a line that crosses the 180th meridian goes on beyond it instead of jumping back round the earth, and land around
 * a pole (Antarctica) reaches it.
 */
export function unrolled<Shape extends Geometry>(shape: Shape): Shape {
  if (shape.type === 'MultiPolygon') return { ...shape, coordinates: shape.coordinates.map((rings) => rings.map((ring) => toPole(unrolledLine(ring)))) };
  if (shape.type === 'MultiLineString') return { ...shape, coordinates: shape.coordinates.map(unrolledLine) };
  return shape;
}

function unrolledLine(line: Position[]): Position[] {
  let turns = 0;
  const straight = line.map(([x, y], at) => {
    const step = at > 0 ? x! - line[at - 1]![0]! : 0;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [x! + turns * 360, y!];
  });
  // Most of it where it is said to be.
  const xs = straight.map(([x]) => x!);
  const middle = (xs.reduce((least, x) => Math.min(least, x), Infinity) + xs.reduce((most, x) => Math.max(most, x), -Infinity)) / 2;
  const back = 360 * Math.round(middle / 360);
  return back === 0 ? straight : straight.map(([x, y]) => [x! - back, y!]);
}

function toPole(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (Math.abs(last[0]! - first[0]!) < 1) return ring;
  const pole = first[1]! < 0 ? -90 : 90;
  return [...ring, [last[0]!, pole], [first[0]!, pole], first];
}
