import type { Geometry, MultiLineString, Position } from 'geojson';
import { useEffect, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?url';

/** Land, where it meets the sea, and where its countries meet. */
export type World = { land: Geometry; coast: MultiLineString; borders: MultiLineString };

const none: MultiLineString = { type: 'MultiLineString', coordinates: [] };

/** The world, from a file of this host; without the file an empty one, so that places stand on the grid alone. */
export function useWorld() {
  const [world, setWorld] = useState<World>();
  useEffect(() => {
    const stop = new AbortController();
    fetch(atlas, { signal: stop.signal }).then((answer) => answer.json()).then((all: Topology) => setWorld(read(all))).catch(() => {
      if (!stop.signal.aborted) setWorld({ land: none, coast: none, borders: none });
    });
    return () => stop.abort();
  }, []);
  return world;
}

function read(all: Topology): World {
  const countries = all.objects.countries as GeometryCollection;
  const land = feature(all, countries).features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []));
  return {
    land: { type: 'MultiPolygon', coordinates: land },
    coast: mesh(all, countries, (one, other) => one === other),
    borders: followed(mesh(all, countries, (one, other) => one !== other)),
  };
}

// A border along a parallel is a straight line of latitude, not the shortest way between its ends.
function followed(lines: MultiLineString): MultiLineString {
  const between = ([x1, y1]: Position, [x2, y2]: Position): Position[] => {
    const steps = Math.ceil(Math.abs(x2! - x1!));
    return steps > 1 && steps < 180 ? Array.from({ length: steps }, (_, at) => [x1! + ((x2! - x1!) * at) / steps, y1! + ((y2! - y1!) * at) / steps]) : [[x1!, y1!]];
  };
  return { ...lines, coordinates: lines.coordinates.map((line) => line.flatMap((point, at) => (line[at + 1] ? between(point, line[at + 1]!) : [point]))) };
}
