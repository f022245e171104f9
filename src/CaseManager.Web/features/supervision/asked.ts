import type { CaseFilterInput, ExhibitFilterInput, OperationFilterInput, TaskFilterInput } from '../../gql/graphql';

/** What a number counts, as the address says it: so that the number and the list behind it are asked for alike. */
export type Asked = {
  /** What the records are told apart by, and the value; no value where there is none, such as the outcome of an open case. */
  by?: string; key?: string;
  agency?: string;
  /** Only cases without activity for so many days, exhibits in transit for so many hours, operations within so many hours. */
  idle?: number; transit?: number; soon?: number;
  overdue?: boolean; closing?: boolean; officer?: string;
};

/** What a list behind a number is given: what was asked, when, and in which order. */
export type ListProps = { asked: Asked; now: Date; sort?: string; change: (sort?: string) => void };

const day = 86_400_000;

// The bands by which the server counts (AgeBand.cs): from the first moment, and up to the last.
function band(key: string | undefined, now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * day).toISOString();
  const year = new Date(now);
  year.setFullYear(now.getFullYear() - 1);
  switch (key) {
    case 'UNDER_30_DAYS': return { gt: ago(30) };
    case 'UNDER_90_DAYS': return { gt: ago(90), lte: ago(30) };
    case 'UNDER_1_YEAR': return { gt: year.toISOString(), lte: ago(90) };
    default: return { lte: year.toISOString() };
  }
}

function all<Filter extends object>(filters: (Filter | false | undefined)[]): Filter | null {
  const kept = filters.filter((one): one is Filter => typeof one === 'object');
  return kept.length < 2 ? kept[0] ?? null : ({ and: kept } as Filter);
}

export function casesOf(asked: Asked, now: Date): CaseFilterInput | null {
  const key = (asked.key ?? null) as never;
  return all<CaseFilterInput>([
    asked.agency !== undefined && { leadAgency: { eq: asked.agency } },
    asked.by === 'STAGE' && { stage: { eq: key } },
    asked.by === 'LEAD_AGENCY' && { leadAgency: { eq: key } },
    asked.by === 'PRIORITY' && { priority: { eq: key } },
    asked.by === 'OUTCOME' && { outcome: { eq: key } },
    asked.by === 'AGE' && { openedAt: band(asked.key, now) },
    asked.closing && { closureProposedAt: { neq: null } },
    asked.overdue && { closureOverdue: { eq: true } },
  ]);
}

export function exhibitsOf(asked: Asked, now: Date): ExhibitFilterInput | null {
  const key = (asked.key ?? null) as never;
  return all<ExhibitFilterInput>([
    asked.agency !== undefined && { holderAgency: { eq: asked.agency } },
    asked.by === 'STATUS' && { status: { eq: key } },
    asked.by === 'KIND' && { kind: { eq: key } },
    asked.by === 'HOLDER_AGENCY' && { holderAgency: { eq: key } },
    asked.by === 'AGE' && { recordedAt: band(asked.key, now) },
    asked.overdue && { overdue: { eq: true } },
  ]);
}

export function tasksOf(asked: Asked): TaskFilterInput | null {
  const key = (asked.key ?? null) as never;
  return all<TaskFilterInput>([
    asked.agency !== undefined && { assigneeAgency: { eq: asked.agency } },
    asked.by === 'STATUS' && { status: { eq: key } },
    asked.by === 'ASSIGNEE_AGENCY' && { assigneeAgency: { eq: key } },
    // What an officer has to do: not settled, and of no closed case (TaskQueries.cs).
    asked.officer !== undefined && { and: [{ assignee: { eq: asked.officer } }, { status: { in: ['OPEN', 'STARTED'] } }, { caseClosed: { eq: false } }] },
    asked.overdue && { overdue: { eq: true } },
  ]);
}

export function operationsOf(asked: Asked, now: Date): OperationFilterInput | null {
  return all<OperationFilterInput>([
    asked.agency !== undefined && { leadAgency: { eq: asked.agency } },
    asked.soon !== undefined && { hHour: { gte: now.toISOString(), lt: new Date(now.getTime() + asked.soon * 3_600_000).toISOString() } },
  ]);
}

const chosen = new Set(['stage', 'priority', 'outcome', 'status', 'kind']); // fields whose values are words of an enum

/** A filter as it is written in a query. */
export function written(value: unknown, of = ''): string {
  if (Array.isArray(value)) return `[${value.map((one) => written(one, of)).join(', ')}]`;
  if (value && typeof value === 'object') {
    return `{${Object.entries(value).map(([name, inner]) => `${name}: ${written(inner, /^(eq|neq|in|nin|gt|gte|lt|lte)$/.test(name) ? of : name)}`).join(', ')}}`;
  }
  return typeof value === 'string' && chosen.has(of) ? value : JSON.stringify(value);
}

/** A root field with its arguments as one would type it, those that say nothing left out. */
export function query(field: string, args: Record<string, unknown>, fields: string) {
  const said = Object.entries(args).filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${name === 'by' ? String(value) : written(value)}`);
  return `{\n  ${field}${said.length > 0 ? `(${said.join(', ')})` : ''} {\n    ${fields}\n  }\n}`;
}
