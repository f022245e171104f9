import type { ExhibitFilterInput, ExhibitKind, ExhibitSortInput, ExhibitStatus } from '../../gql/graphql';
import { orderBy } from '../../ui/sorting';

/** Which exhibits, as the address says it. */
export type Which = {
  q?: string; kind?: string; status?: string; provisional?: boolean; overdue?: boolean; transit?: number; who?: 'held' | 'offered'; sort?: string;
};

export function filterOf(which: Which, of?: string, me?: string): ExhibitFilterInput | null {
  const all: ExhibitFilterInput[] = [];
  if (of) all.push({ case: { eq: of } });
  if (which.q) all.push({ or: (['description', 'number', 'seal', 'place'] as const).map((column) => ({ [column]: { contains: which.q } })) });
  if (which.kind) all.push({ kind: { eq: which.kind as ExhibitKind } });
  if (which.status) all.push({ status: { eq: which.status as ExhibitStatus } });
  if (which.provisional) all.push({ provisional: { eq: true } });
  if (which.overdue) all.push({ overdue: { eq: true } });
  if (which.who && me) all.push(which.who === 'held' ? { holder: { eq: me } } : { offeredTo: { eq: me } });
  return all.length > 0 ? { and: all } : null;
}

/** Of one case by item, so that E-2 comes before E-12. */
export const orderOf = (sort: string | undefined, columns: Parameters<typeof orderBy>[1], of?: string): ExhibitSortInput[] | null =>
  of && sort?.endsWith('number') ? [{ item: sort.startsWith('-') ? 'DESC' : 'ASC' }] : orderBy(sort, columns);
