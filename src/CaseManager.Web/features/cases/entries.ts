import type { Client, CombinedError } from 'urql';
import { graphql, read } from '../../gql';
import type { EntryLineFragment, TimelineEntryFilterInput } from '../../gql/graphql';

// Without `id`: a line belongs to the question it answers, since the same entry reads otherwise as of another time.
export const EntryLine = graphql(`
  fragment EntryLine on TimelineEntry {
    entry: id version text tlp derived corrected tags precision occurredAt occurredUntil occurredZone occurredSaid occurredPart recordedAt
    marking { ...Marked }
    recordedBy { id name agency { id code } }
    originator { id code }
    gradeSource gradeInformation gradeScheme sourceKind sourceReference
    attachments { name reference }
  }
`);

const Page = graphql(`
  query Entries($case: ID!, $where: TimelineEntryFilterInput, $after: String, $asOf: DateTime) {
    point
    case(id: $case) {
      id
      timeline(first: 50, after: $after, where: $where, asOf: $asOf) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...EntryLine }
      }
    }
  }
`);

export type Line = EntryLineFragment;
export type Asked = { of: string; where: TimelineEntryFilterInput | null; asOf?: string };

/** What is known of a timeline so far. `waiting` came since and would move what is being read. */
export type Sheet = {
  /** When its first page was answered, for those who go on from there. */
  point?: string;
  lines: readonly Line[]; total?: number; whole: boolean; error?: CombinedError; waiting: readonly Line[]; fresh: ReadonlySet<string>;
  /** What is shown answers the question before. */
  old: boolean;
};

/** The entries of a timeline that fit a filter, newest first, page by page, and those that come meanwhile. */
export function sheetOf(client: Client, asked?: Asked, before?: Sheet) {
  const { of = '', where = null, asOf } = asked ?? {};
  let sheet: Sheet = { lines: [], whole: false, fresh: new Set(), ...before, waiting: [], error: undefined, old: true };
  let cursor: string | undefined;
  let asking: Promise<void> | undefined;
  let heard = new Map<string, Line>();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  const listeners = new Set<() => void>();

  function put(next: Partial<Sheet>) {
    sheet = { ...sheet, ...next };
    for (const listener of listeners) listener();
  }

  async function page(after?: string) {
    const { data, error } = await client.query(Page, { case: of, where, after, asOf }, { requestPolicy: 'network-only' }).toPromise();
    const timeline = data?.case?.timeline;
    if (!timeline) return put({ error, total: undefined, point: undefined, old: false });
    const known = after ? sheet.lines : [];
    cursor = timeline.pageInfo.endCursor ?? undefined;
    const have = new Set(known.map((line) => line.entry));
    const lines = (timeline.nodes ?? []).map((node) => read(EntryLine, node)).filter((line) => !have.has(line.entry));
    put({ point: after ? sheet.point : data.point, lines: [...known, ...lines], total: timeline.totalCount, whole: !timeline.pageInfo.hasNextPage, error: undefined, waiting: after ? sheet.waiting : [], old: false });
  }

  function more() {
    if (sheet.old || sheet.whole || sheet.error) return;
    asking ??= page(cursor).finally(() => (asking = undefined));
  }

  /** All of them, page after page; whether it came to the end. */
  async function all(stop: AbortSignal) {
    while (!sheet.whole && !sheet.error && !stop.aborted) {
      more();
      if (!asking) break;
      await asking;
    }
    return sheet.whole && !stop.aborted;
  }

  function again() {
    cursor = undefined;
    asking = page().finally(() => (asking = undefined));
  }

  async function hear() {
    const told = heard;
    heard = new Map();
    if (told.size > 50) return again();
    const fits = where === null ? new Set(told.keys()) : await fitting(client, { of, where }, [...told.keys()]);
    const lines = new Map(sheet.lines.map((line) => [line.entry, line]));
    const news = [...told.values()].filter((line) => fits.has(line.entry) && !lines.has(line.entry) && !sheet.waiting.some((one) => one.entry === line.entry));
    for (const line of told.values()) if (lines.has(line.entry)) lines.set(line.entry, line);
    put({ lines: [...lines.values()].toSorted(newestFirst), total: (sheet.total ?? 0) + news.length, waiting: [...sheet.waiting, ...news] });
    if (!reading) show();
  }

  /** Those that wait go where they belong; those beyond what is known come with their page. */
  function show() {
    const [last] = sheet.whole ? [] : sheet.lines.slice(-1);
    const due = sheet.waiting.filter((line) => !last || newestFirst(line, last) < 0);
    if (sheet.waiting.length === 0) return;
    put({ lines: [...sheet.lines, ...due].toSorted(newestFirst), waiting: [], fresh: new Set([...sheet.fresh, ...due.map((line) => line.entry)]) });
  }

  return {
    now: () => sheet,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    more, all, again, show,
    start() {
      if (asked && sheet.old && !asking) again();
    },
    /** An entry was recorded or changed. */
    tell(line: Line) {
      heard.set(line.entry, line);
      clearTimeout(soon);
      soon = setTimeout(() => void hear(), 100);
    },
    /** Whether somebody reads further down, and should not be disturbed. */
    isRead: (so: boolean) => void (reading = so),
  };
}

const newestFirst = (a: Line, b: Line) => Date.parse(b.occurredAt) - Date.parse(a.occurredAt);

/** Which of the entries the filter finds. */
async function fitting(client: Client, { of, where }: Pick<Asked, 'of' | 'where'>, entries: string[]) {
  const { data } = await client.query(Page, { case: of, where: { and: [...(where ? [where] : []), { id: { in: entries } }] } }, { requestPolicy: 'network-only' }).toPromise();
  return new Set((data?.case?.timeline?.nodes ?? []).map((node) => read(EntryLine, node).entry));
}
