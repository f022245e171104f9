import { geoGraticule10 } from 'd3-geo';
import type { Geometry } from 'geojson';
import { MapLibreMap, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Colours } from './colours';
import { labelled, type Labelled, type Seen } from './labels';
import type { Place } from './place';
import { unrolled } from './unrolled';
import { fitted } from './view';
import type { World } from './world';

// A file of this host: the page may start no other.
setWorkerUrl(worker);

/** A map in the element, with nothing of its own beside it: no words, no buttons, no keys. */
export function openMap(container: HTMLElement, style: StyleSpecification, places: readonly Place[]): MapLibreMap {
  const map = new MapLibreMap({
    container, style, ...allOf(container, places), attributionControl: false, minZoom: 0.5, maxZoom: 9,
    keyboard: false, boxZoom: false, dragRotate: false, touchPitch: false, pitchWithRotate: false,
  });
  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  for (const name of ['tabindex', 'role', 'aria-label']) canvas.removeAttribute(name); // what is around it has them
  canvas.setAttribute('aria-hidden', 'true');
  return map;
}

const source = (data: Geometry) => ({ type: 'geojson', data, maxzoom: 7 }) as const;
const wider = (thin: number, thick: number): ['interpolate', ['linear'], ['zoom'], number, number, number, number] => ['interpolate', ['linear'], ['zoom'], 1, thin, 6, thick];

export const styleOf = ({ land, coast, borders }: World, colours: Colours): StyleSpecification => ({
  version: 8,
  sources: { land: source(unrolled(land)), coast: source(unrolled(coast)), borders: source(unrolled(borders)), grid: source(geoGraticule10()) },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    { id: 'shore', type: 'line', source: 'coast', paint: { 'line-color': colours.shore, 'line-width': wider(7, 20), 'line-blur': wider(6, 18) } },
    { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': colours.grid, 'line-width': 0.7 } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land, 'fill-antialias': false } },
    { id: 'borders', type: 'line', source: 'borders', layout: { 'line-join': 'round' }, paint: { 'line-color': colours.borders, 'line-width': wider(0.8, 1.6) } },
    { id: 'coast', type: 'line', source: 'coast', layout: { 'line-join': 'round' }, paint: { 'line-color': colours.coast, 'line-width': wider(0.6, 1.3) } },
  ],
});

/** The map in other colours. */
export function paint(map: MapLibreMap, colours: Colours) {
  map.setPaintProperty('sea', 'background-color', colours.sea);
  map.setPaintProperty('land', 'fill-color', colours.land);
  for (const name of ['shore', 'grid', 'borders', 'coast'] as const) map.setPaintProperty(name, 'line-color', colours[name]);
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({ width, height });

/** From where one sees all places. */
export function allOf(container: HTMLElement, places: readonly Place[]) {
  const { width, height } = sizeOf(container);
  const { middle, scale } = fitted(places, width, height);
  return { center: middle, zoom: Math.log2((scale * 2 * Math.PI) / 512) }; // px: the whole world at zoom 0
}

function seenOn(map: MapLibreMap, places: readonly Place[]): Seen[] {
  const { width, height } = sizeOf(map.getContainer());
  const { lng } = map.getCenter();
  return places.flatMap((place) => {
    // The world repeats to both sides: where it is nearest.
    const { x, y } = map.project([place.longitude + 360 * Math.round((lng - place.longitude) / 360), place.latitude]);
    return x > 0 && y > 0 && x < width && y < height ? [{ place, x, y }] : [];
  });
}

/** The places' labels with every picture of the map: told to whoever listens before it is shown. */
export function labelsOn(map: MapLibreMap, places: readonly Place[]) {
  let labels: readonly Labelled[] = labelled(seenOn(map, places), sizeOf(map.getContainer()));
  return {
    now: () => labels,
    onChange(changed: () => void) {
      const place = (before?: readonly Labelled[]) => {
        labels = labelled(seenOn(map, places), sizeOf(map.getContainer()), before);
        changed();
      };
      const told = [map.on('move', () => place(labels)), map.on('moveend', () => place()), map.on('resize', () => place())];
      return () => told.forEach((one) => one.unsubscribe());
    },
  };
}
