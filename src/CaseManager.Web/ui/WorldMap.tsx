import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { geoDistance, geoGraticule10, geoPath } from 'd3-geo';
import type { GeometryObject, MultiLineString, Position } from 'geojson';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json?url';
import { fitted, labels, projection, type Spot, type View } from './mapLayout';
import './WorldMap.css';

/** A place on the map: its name, and how it is, by word and symbol. */
export type Place = Spot & { id: string; name: string; detail: string; word: string; symbol: ReactNode; state: string };

const wordy = 700; // px, from which a label says all

type World = { land: GeometryObject; borders: GeometryObject };

/**
 * Places on a map of the world that comes from this host alone. Moved and enlarged by buttons, by keys when it has the focus (arrows, plus,
 * minus, 0), by wheel and by hand; whoever cannot use it has the same in the table that belongs beside it.
 */
export function WorldMap({ label, places, near, onOpen }: { label: string; places: readonly Place[]; near?: Spot; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const { ref, width, height } = useElementSize();
  const world = useWorld();
  const [moved, setMoved] = useState<View>();
  const grip = useRef<{ x: number; y: number; view: View }>(undefined);
  const fit = useMemo(() => fitted(places, width || 800, height || 500), [places, width, height]);
  const view = moved ?? fit;
  const flat = projection(view, width, height);
  const path = geoPath(flat);

  // Somewhere to look at closely: as far as one sees from a hill.
  useEffect(() => {
    if (near && width > 0) setMoved({ middle: [near.longitude, near.latitude], scale: 12 * width });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each wish, not with each size
  }, [near]);

  const clamp = (latitude: number) => Math.max(-85, Math.min(85, latitude));
  const pan = (dx: number, dy: number, from = view) => {
    const degrees = 180 / Math.PI / from.scale;
    setMoved({ ...from, middle: [from.middle[0] - (dx * degrees) / Math.max(0.2, Math.cos((from.middle[1] * Math.PI) / 180)), clamp(from.middle[1] + dy * degrees)] });
  };
  const zoom = (by: number) => setMoved({ ...view, scale: Math.max(Math.min(width, height) / 3, Math.min(view.scale * by, 60 * width)) });
  const step = Math.min(width, height) / 4;
  const acts = {
    in: { icon: IconPlus, run: () => zoom(1.6) }, out: { icon: IconMinus, run: () => zoom(1 / 1.6) }, fit: { icon: IconFocusCentered, run: () => setMoved(undefined) },
    west: { icon: IconArrowLeft, run: () => pan(step, 0) }, north: { icon: IconArrowUp, run: () => pan(0, step) },
    south: { icon: IconArrowDown, run: () => pan(0, -step) }, east: { icon: IconArrowRight, run: () => pan(-step, 0) },
  };
  const keys: Record<string, keyof typeof acts> = { ArrowUp: 'north', ArrowDown: 'south', ArrowLeft: 'west', ArrowRight: 'east', '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };

  function pressed(event: KeyboardEvent) {
    const act = keys[event.key];
    if (!act || event.target !== event.currentTarget) return;
    event.preventDefault();
    acts[act].run();
  }
  function drag(event: PointerEvent<HTMLElement>) {
    if (event.type === 'pointerdown' && event.target instanceof Element && !event.target.closest('button')) {
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX, y: event.clientY, view };
    } else if (event.type === 'pointermove' && grip.current) pan(event.clientX - grip.current.x, event.clientY - grip.current.y, grip.current.view);
    else if (event.type !== 'pointermove') grip.current = undefined;
  }

  // What lies on the other side of the earth is in the table only.
  const seen = places.flatMap((place) => {
    const at = flat([place.longitude, place.latitude]);
    return at && geoDistance([place.longitude, place.latitude], view.middle) < 1.9 && at[0] > 0 && at[1] > 0 && at[0] < width && at[1] < height
      ? [{ place, x: at[0], y: at[1], width: widthOf(place, width > wordy) }] : [];
  });
  const boxes = labels(seen, 26, { width, height });

  return (
    <>
      <Box
        ref={ref} className="map" role="group" aria-label={label} tabIndex={0} onKeyDown={pressed}
        onPointerDown={drag} onPointerMove={drag} onPointerUp={drag} onPointerCancel={drag} onWheel={(event) => zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15)}
      >
        {width > 0 && (
          <svg className="world" width={width} height={height} aria-hidden>
            <path className="grid" d={path(geoGraticule10()) ?? undefined} />
            {world && <path className="land" d={path(world.land) ?? undefined} />}
            {world && <path className="borders" d={path(world.borders) ?? undefined} />}
            {seen.map(({ place, x, y }, at) => {
              const box = boxes[at]!;
              const [toX, toY] = [Math.max(box.x, Math.min(x, box.x + box.width)), Math.max(box.y, Math.min(y, box.y + box.height))];
              return <g key={place.id}><line className="leader" x1={x} y1={y} x2={toX} y2={toY} /><circle className="dot" cx={x} cy={y} r={6} /></g>;
            })}
          </svg>
        )}
        {seen.map(({ place }, at) => (
          <button key={place.id} type="button" className="mark" style={{ left: boxes[at]!.x, top: boxes[at]!.y, width: boxes[at]!.width }} onClick={() => onOpen(place.id)}>
            <strong>{place.name}</strong>
            {width > wordy && <span>{place.detail}</span>}
            <span className="state" data-state={place.state}>{place.symbol} {width > wordy ? place.word : <span className="sr">{place.word}</span>}</span>
          </button>
        ))}
      </Box>
      <div className="map-foot">
        <p className="map-source">{t('worldMap.source')}</p>
        <div className="map-buttons no-print">
          {(Object.keys(acts) as (keyof typeof acts)[]).map((act) => {
            const { icon: Icon, run } = acts[act];
            return <button key={act} type="button" className={act} onClick={run} aria-label={t(`worldMap.${act}`)} title={t(`worldMap.${act}`)}><Icon size={16} aria-hidden /></button>;
          })}
        </div>
      </div>
    </>
  );
}

const pen = document.createElement('canvas').getContext('2d');
function widthOf(place: Place, whole: boolean) {
  if (!pen) return 200;
  const said = (text: string, weight: number) => {
    pen.font = `${weight} 13px ${getComputedStyle(document.body).fontFamily}`;
    return pen.measureText(text).width;
  };
  const frame = 18 + 5 + 16; // padding, gap, symbol
  return Math.ceil(frame + said(place.name, 800) + (whole ? 5 + said(place.detail, 500) + 10 + said(place.word, 700) : 0)) + 4;
}

// A border along a parallel is a straight line of latitude, not the shortest way between its ends.
function followed(lines: MultiLineString): MultiLineString {
  const between = ([x1, y1]: Position, [x2, y2]: Position): Position[] => {
    const steps = Math.ceil(Math.abs(x2! - x1!));
    return steps > 1 && steps < 180 ? Array.from({ length: steps }, (_, at) => [x1! + ((x2! - x1!) * at) / steps, y1! + ((y2! - y1!) * at) / steps]) : [[x1!, y1!]];
  };
  return { ...lines, coordinates: lines.coordinates.map((line) => line.flatMap((point, at) => (line[at + 1] ? between(point, line[at + 1]!) : [point]))) };
}

function useWorld() {
  const [world, setWorld] = useState<World>();
  useEffect(() => {
    const stop = new AbortController();
    void fetch(atlas, { signal: stop.signal }).then((answer) => answer.json()).then((all: Topology) => {
      const countries = all.objects.countries as GeometryCollection;
      setWorld({ land: feature(all, all.objects.land!) as unknown as GeometryObject, borders: followed(mesh(all, countries)) });
    }).catch(() => {}); // without it the places stand on the grid alone
    return () => stop.abort();
  }, []);
  return world;
}
