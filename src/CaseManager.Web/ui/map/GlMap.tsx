import type { MapLibreMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { allOf, labelsOn, openMap, paint, styleOf } from './gl';
import { Marks } from './Marks';
import type { Drawing } from './place';

const glide = 250; // ms of a step by button or key
const close = 6; // the zoom at which one looks at a single place

/** The map as WebGL draws it, smoothly moved: unseen until it is drawn whole. Says `onTrouble` where that is not to be had, or is lost. */
export function GlMap({ onTrouble, onDrawn, ...drawing }: Drawing & { onTrouble: () => void; onDrawn: () => void }) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap>();
  const open = useEffectEvent(() => openMap(host.current!, styleOf(drawing.world, drawing.colours), drawing.places));

  useEffect(() => {
    let opened: MapLibreMap;
    try {
      opened = open();
    } catch {
      onTrouble();
      return;
    }
    opened.on('error', onTrouble);
    opened.on('webglcontextlost', onTrouble);
    opened.on('load', () => {
      opened.getContainer().setAttribute('data-drawn', 'true');
      setMap(opened);
      onDrawn();
    });
    return () => {
      setMap(undefined);
      opened.remove();
    };
  }, [drawing.world, onTrouble, onDrawn]);

  return (
    <>
      <div ref={host} className="drawing gl" />
      {map && createPortal(<Seen map={map} {...drawing} />, map.getCanvasContainer())}
    </>
  );
}

// In the map's own element: a wheel or a hand over a label moves the map as well.
function Seen({ ref, map, colours, places, near, onOpen }: Drawing & { map: MapLibreMap }) {
  const moved = useRef(false);
  const goal = useRef(0);
  const store = useMemo(() => labelsOn(map, places), [map, places]);
  const labels = useSyncExternalStore(store.onChange, store.now);

  useEffect(() => paint(map, colours), [map, colours]);

  // All places until somebody looks elsewhere.
  useEffect(() => {
    const all = () => !moved.current && map.jumpTo(allOf(map.getContainer(), places));
    const told = [map.on('resize', all), map.on('movestart', (event) => { moved.current ||= event.originalEvent !== undefined; })];
    all();
    return () => told.forEach((one) => one.unsubscribe());
  }, [map, places]);

  useEffect(() => {
    if (!near) return;
    moved.current = true;
    map.flyTo({ center: [near.longitude, near.latitude], zoom: close });
  }, [map, near]);

  useImperativeHandle(ref, () => ({
    zoom(by) {
      moved.current = true;
      const from = map.isZooming() ? goal.current : map.getZoom(); // a second step before the first has ended
      goal.current = Math.max(map.getMinZoom(), Math.min(from + Math.log2(by), map.getMaxZoom()));
      map.easeTo({ zoom: goal.current, duration: glide });
    },
    pan(east, north) {
      moved.current = true;
      const step = Math.min(map.getContainer().clientWidth, map.getContainer().clientHeight) / 4;
      map.panBy([east * step, -north * step], { duration: glide });
    },
    fit() {
      moved.current = false;
      map.flyTo(allOf(map.getContainer(), places));
    },
  }), [map, places]);

  const { clientWidth, clientHeight } = map.getContainer();
  return <Marks labels={labels} width={clientWidth} height={clientHeight} onOpen={onOpen} />;
}
