import { useElementSize, useMergedRef } from '@mantine/hooks';
import { geoGraticule10, geoPath } from 'd3-geo';
import { type PointerEvent, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { labelled } from './labels';
import { Marks } from './Marks';
import type { Drawing } from './place';
import { fitted, mercator, type View } from './view';

/** The map as lines and areas of the page itself: at once, and for browsers without WebGL. */
export function SvgMap({ ref: camera, world, places, near, onOpen }: Drawing) {
  const { ref: sized, width, height } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, box);
  const [moved, setMoved] = useState<View>();
  const grip = useRef<{ x: number; y: number; view: View }>(undefined);
  const fit = useMemo(() => fitted(places, width || 800, height || 500), [places, width, height]);
  const view = moved ?? fit;
  const projection = mercator(view, width, height).clipExtent([[-2, -2], [width + 2, height + 2]]);
  const path = geoPath(projection);

  // Somewhere to look at closely: as far as one sees from a hill.
  useEffect(() => {
    if (near && width > 0) setMoved({ middle: [near.longitude, near.latitude], scale: 12 * width });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each wish, not with each size
  }, [near]);

  const pan = (dx: number, dy: number, from = view) => {
    const [longitude, latitude] = mercator(from, width, height).invert?.([width / 2 - dx, height / 2 - dy]) ?? from.middle;
    setMoved({ ...from, middle: [longitude, Math.max(-80, Math.min(80, latitude))] });
  };
  const zoom = (by: number) => setMoved({ ...view, scale: Math.max(Math.min(width, height) / 3, Math.min(view.scale * by, 60 * width)) });
  const step = Math.min(width, height) / 4;
  useImperativeHandle(camera, () => ({ zoom, pan: (east, north) => pan(-east * step, north * step), fit: () => setMoved(undefined) }));

  const turned = useEffectEvent((event: WheelEvent) => {
    event.preventDefault(); // the map is enlarged, the page stays
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  });
  useEffect(() => {
    const stop = new AbortController();
    box.current?.addEventListener('wheel', (event) => turned(event), { passive: false, signal: stop.signal });
    return () => stop.abort();
  }, []);

  function drag(event: PointerEvent<HTMLElement>) {
    if (event.type === 'pointerdown' && event.target instanceof Element && !event.target.closest('button')) {
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX, y: event.clientY, view };
    } else if (event.type === 'pointermove' && grip.current) pan(event.clientX - grip.current.x, event.clientY - grip.current.y, grip.current.view);
    else if (event.type !== 'pointermove') grip.current = undefined;
  }

  const seen = places.flatMap((place) => {
    const [x, y] = projection([place.longitude, place.latitude]) ?? [-1, -1];
    return x > 0 && y > 0 && x < width && y < height ? [{ place, x, y }] : [];
  });

  return (
    <div ref={ref} className="drawing" role="presentation" onPointerDown={drag} onPointerMove={drag} onPointerUp={drag} onPointerCancel={drag} onDoubleClick={() => zoom(1.6)}>
      {width > 0 && (
        <svg className="world" width={width} height={height} aria-hidden>
          <path className="grid" d={path(geoGraticule10()) ?? undefined} />
          <path className="land" d={path(world.land) ?? undefined} />
          <path className="borders" d={path(world.borders) ?? undefined} />
          <path className="coast" d={path(world.coast) ?? undefined} />
        </svg>
      )}
      <Marks labels={labelled(seen, { width, height })} width={width} height={height} onOpen={onOpen} />
    </div>
  );
}
