import { Box } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asStyle, useColours } from './colours';
import type { Camera, Place, Spot } from './place';
import { SvgMap } from './SvgMap';
import { useWorld } from './world';
import './WorldMap.css';

const GlMap = lazy(() => import('./GlMap').then(({ GlMap: drawing }) => ({ default: drawing })));

const acts = {
  in: { icon: IconPlus, run: (camera: Camera) => camera.zoom(1.6) }, out: { icon: IconMinus, run: (camera: Camera) => camera.zoom(1 / 1.6) },
  fit: { icon: IconFocusCentered, run: (camera: Camera) => camera.fit() },
  west: { icon: IconArrowLeft, run: (camera: Camera) => camera.pan(-1, 0) }, north: { icon: IconArrowUp, run: (camera: Camera) => camera.pan(0, 1) },
  south: { icon: IconArrowDown, run: (camera: Camera) => camera.pan(0, -1) }, east: { icon: IconArrowRight, run: (camera: Camera) => camera.pan(1, 0) },
};
const keys: Record<string, keyof typeof acts> = { ArrowUp: 'north', ArrowDown: 'south', ArrowLeft: 'west', ArrowRight: 'east', '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };

function hasWebGl() {
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext(); // browsers keep few of them
  return gl !== null;
}

/**
 * Places on a map of the world that comes from this host alone. Moved and enlarged by hand, wheel, buttons, and by keys when it has the focus
 * (arrows, plus, minus, 0); whoever cannot use it has the same in the table that belongs beside it. Lines and areas of the page stand in
 * until WebGL has drawn it, and where the browser has none.
 */
export function WorldMap({ label, places, near, onOpen }: { label: string; places: readonly Place[]; near?: Spot; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const world = useWorld();
  const colours = useColours();
  const box = useRef<HTMLDivElement>(null);
  const camera = useRef<Camera>(null);
  const [flat, setFlat] = useState(() => !hasWebGl());
  const [drawn, setDrawn] = useState(false);
  const flatten = useCallback(() => setFlat(true), []);
  const deepen = useCallback(() => setDrawn(true), []);
  const run = (act: keyof typeof acts) => camera.current && acts[act].run(camera.current);

  // Whoever wishes to look at a place is led to where it is looked at.
  useEffect(() => {
    if (near) box.current?.focus();
  }, [near]);

  function pressed(event: KeyboardEvent) {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    event.preventDefault();
    run(act);
  }

  const drawing = { ref: camera, colours, places, near, onOpen };
  return (
    <>
      <Box ref={box} className="map" role="group" aria-label={label} tabIndex={0} onKeyDown={pressed} style={asStyle(colours)}>
        {world && (flat || !drawn) && <SvgMap world={world} {...drawing} />}
        <Suspense>{world && !flat && <GlMap world={world} onTrouble={flatten} onDrawn={deepen} {...drawing} />}</Suspense>
      </Box>
      <div className="map-foot">
        <p className="map-source">{t('worldMap.source')}</p>
        <div className="map-buttons no-print">
          {(Object.keys(acts) as (keyof typeof acts)[]).map((act) => {
            const { icon: Icon } = acts[act];
            return <button key={act} type="button" className={act} onClick={() => run(act)} aria-label={t(`worldMap.${act}`)} title={t(`worldMap.${act}`)}><Icon size={16} aria-hidden /></button>;
          })}
        </div>
      </div>
    </>
  );
}
