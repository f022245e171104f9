import type { Place } from './place';

type Size = { width: number; height: number };
export type Box = Size & { x: number; y: number };
/** A place's spot on the screen. */
export type Seen = { place: Place; x: number; y: number };
/** With where its label stands. */
export type Labelled = Seen & { box: Box };

const wordy = 700; // px, from which a label says all
const height = 26; // px of a label

/** Whether labels have room for more than a name and a symbol. */
export const isWordy = (width: number) => width > wordy;

/**
 * Where each label stands: beside its spot where there is room, else as near as there is. None covers another, nor a spot.
 * While the map moves, each stays on the side where it was `before` as long as it may.
 */
export function labelled(seen: readonly Seen[], within: Size, before: readonly Labelled[] = []): Labelled[] {
  const taken: Box[] = seen.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 }));
  return seen.map((one) => {
    const width = widthOf(one.place, isWordy(within.width));
    const last = before.find(({ place }) => place.id === one.place.id);
    const kept = last && { ...last.box, x: one.x + last.box.x - last.x, y: one.y + last.box.y - last.y, width };
    const free = (box: Box) => isInside(box, within) && !taken.some((other) => overlap(box, other));
    const box = kept && free(kept) ? kept : firstFree(one, width, free) ?? beside(one, width, within);
    taken.push(box);
    return { ...one, box };
  });
}

function firstFree({ x, y }: Seen, width: number, free: (box: Box) => boolean) {
  for (let away = 12; away < 260; away += 14) {
    for (const [dx, dy] of around) {
      const box = { x: x + dx * away + (dx < 0 ? -width : dx === 0 ? -width / 2 : 0), y: y + dy * away - height / 2, width, height };
      if (free(box)) return box;
    }
  }
}

const beside = ({ x, y }: Seen, width: number, within: Size): Box => ({
  x: Math.min(Math.max(x + 12, 4), Math.max(4, within.width - width - 4)), y: Math.min(Math.max(y - height / 2, 4), within.height - height - 4), width, height,
});

const around = [[1, 0], [-1, 0], [1, -1], [1, 1], [-1, -1], [-1, 1], [0, -1.6], [0, 1.6]] as const;
const isInside = (box: Box, within: Size) => box.x > 4 && box.y > 4 && box.x + box.width < within.width - 4 && box.y + box.height < within.height - 4;
const overlap = (a: Box, b: Box) => a.x < b.x + b.width + 3 && b.x < a.x + a.width + 3 && a.y < b.y + b.height + 3 && b.y < a.y + a.height + 3;

const pen = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();
function said(text: string, weight: number) {
  if (!pen) return 60;
  const key = `${weight} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen.font = `${weight} 13px ${getComputedStyle(document.body).fontFamily}`;
  const { width } = pen.measureText(text);
  widths.set(key, width);
  return width;
}

function widthOf(place: Place, whole: boolean) {
  const frame = 18 + 5 + 16; // padding, gap, symbol
  return Math.ceil(frame + said(place.name, 800) + (whole ? 5 + said(place.detail, 500) + 10 + said(place.word, 700) : 0)) + 4;
}
