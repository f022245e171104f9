import type { BoardLine } from './useBoard';

const byState = { NOT_READY: 1, AWAITED: 2, READY: 3, WITHDRAWN: 4 } as const;

/** Of partners' sites one knows whether they are ready, and no more. */
export const isSilent = (line: BoardLine) => line.site != null && line.unconfirmedSince != null;

/** Who is silent, then who is not ready, then who has not said: what a coordinator looks for stands first. */
export function standing(lines: readonly BoardLine[]) {
  const weight = (line: BoardLine) => (isSilent(line) ? 0 : byState[line.readiness]);
  return lines.toSorted((a, b) => weight(a) - weight(b) || a.number.localeCompare(b.number, undefined, { numeric: true }));
}
