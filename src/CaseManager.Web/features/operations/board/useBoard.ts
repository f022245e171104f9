import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../../gql';
import type { BoardShownFragment } from '../../../gql/graphql';
import { useMarked } from '../../../records/marking';
import { line } from '../../../ui/line';
import { useLive } from '../../../ui/live';
import { useNow } from './now';

const Shown = graphql(`
  fragment BoardShown on Board {
    pin status hHour
    order { number kind at reason cause site by { id name agency { id code } } quorum { id code } }
    lines {
      number readiness readinessSince entry localEntry acknowledgedAt unconfirmedSince
      site {
        id number place zone essential shift reason risks readiness readinessSince version address coordinates { latitude longitude } marking { ...Marked }
        agency { id code } commander { id name }
        authority { reference from until dailyFrom dailyUntil }
      }
      phases { name minutes at local }
      rules { rule standing why since until minutes count check { passed at count detail by { id name } } }
    }
    votes { choice counts reason at agency { id code } by { id name } }
    awaited { id code }
  }
`);

export const OperationOfBoard = graphql(`
  query Board($id: ID!) { point operation(id: $id) { id name version windowMinutes status marking { ...Marked } leadAgency { id code } board { ...BoardShown } } }
`);

export const BoardChanged = graphql(`subscription BoardChanged($id: ID!, $since: String) { boardChanged(operation: $id, since: $since) { ...BoardShown } }`);

export type Board = BoardShownFragment;
export type BoardLine = Board['lines'][number];

export const readBoard = (shown: FragmentType<typeof Shown>): Board => read(Shown, shown);

/** The board as it was told last, and since when it may be another by now. */
export function useBoard(id: string) {
  const [{ data, error }, ask] = useQuery({ query: OperationOfBoard, variables: { id } });
  const told = useLive(BoardChanged, { id }, () => ask({ requestPolicy: 'network-only' }), data?.point);
  const answered = data?.operation?.board;
  const [latest, setLatest] = useState<{ board: FragmentType<typeof Shown>; at: number }>();

  // Whichever came last: what is told comes first, the answer to what was asked because of it stands.
  useEffect(() => {
    if (answered) setLatest({ board: answered, at: Date.now() });
  }, [answered]);
  useEffect(() => {
    if (told.data) setLatest({ board: told.data.boardChanged, at: Date.now() });
  }, [told.data]);

  const shown = latest?.board ?? answered;
  const board = useMemo(() => shown && readBoard(shown), [shown]);
  const marking = data?.operation?.marking;
  useMarked(useMemo(() => [marking, ...(board?.lines ?? []).map((one) => one.site?.marking)], [marking, board]));
  // Null where there is none to see; not yet known until its board is.
  const operation = data && !data.operation ? null : shown && data?.operation;
  return { operation, error, board, at: latest?.at ?? 0 };
}

/** A decision is not taken on what is older. */
const tooOld = 2_000; // ms

/** How old what is shown may be: nothing while the line is open, since every change would have come. */
export function useAge(answeredAt: number) {
  const state = useSyncExternalStore(line.onChange, line.state);
  const now = useNow();
  const age = state === 'open' || answeredAt === 0 ? 0 : Math.max(0, now - Math.max(answeredAt, line.since()));
  return { open: state === 'open', age, stale: age > tooOld };
}
