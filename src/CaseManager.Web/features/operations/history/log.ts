import i18next, { type TFunction } from 'i18next';
import type { OperationLogQuery, SiteLogsQuery } from '../../../gql/graphql';
import { clock } from '../../../ui/When';
import { took } from '../board/Acknowledged';
import { offset } from '../board/SiteRows';

export type LogEntry = { key: string; at: string; site?: string; what: string; details: string[]; by?: string; agency?: string; order: boolean };

type Operation = NonNullable<OperationLogQuery['operation']>;
type Change = Operation['history'][number];

const orders: Record<string, string> = { 'operation.go-decided.v1': 'GO', 'operation.no-go-decided.v1': 'NO_GO', 'operation.held.v1': 'HOLD', 'operation.aborted.v1': 'ABORT' };
const inner = /^(plan|decided|status|votes|readiness|readinessSince|plannedAt|plannedBy|number|place|zone|leadAgency|commander|agency|policy)$/; // said by the sentence, or by the row

/** The streams of the operation, of the sites that one may see and of what was heard, as one log. */
export function logOf(t: TFunction, operation: Operation, sites: SiteLogsQuery['nodes']): LogEntry[] {
  const decisions = [...operation.decisions];
  const own = operation.history.map((change): LogEntry => {
    const decision = orders[change.what] ? decisions.shift() : undefined;
    const details = decision?.cause && decision.cause !== 'ORDERED' ? [`${decision.site ? `${decision.site}: ` : ''}${t(`holdCause.${decision.cause}`)}`] : [];
    return {
      ...said(t, change), key: `o${change.version}`, site: decision?.site ?? undefined, order: decision !== undefined,
      ...(decision && { what: t('board.order', { number: decision.number, kind: t(`decision.${decision.kind}`) }) }), details: [...details, ...detailsOf(t, change)],
    };
  });
  const there = sites.flatMap((site) => (site && 'history' in site ? site.history.map((change): LogEntry => ({
    ...said(t, change), key: `${site.number}.${change.version}`, site: site.number, order: false, details: detailsOf(t, change),
  })) : []));
  const heard = (operation.acknowledgements?.nodes ?? []).map((given): LogEntry => ({
    key: given.id, at: given.acknowledgedAt, site: given.site, order: false, details: [],
    what: t('log.heard', { number: given.order, kind: t(`decision.${given.kind}`), after: took(i18next.language, new Date(Date.parse(given.acknowledgedAt) - given.seconds * 1000).toISOString(), given.acknowledgedAt) }),
  }));
  return [...own, ...there, ...heard].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.key < b.key ? 1 : -1));
}

function said(t: TFunction, change: Change) {
  const key = `log.fact.${change.what.replace(/\.v\d+$/, '').replace('.', '/')}`;
  return { at: change.recordedAt, what: i18next.exists(key) ? t(key as never) as string : change.what, by: change.by?.name, agency: change.agency?.code };
}

function detailsOf(t: TFunction, change: Change): string[] {
  const fields = change.what.includes('planned') ? [] : change.fields.filter(({ field }) => !inner.test(field)).map(({ field, was, is }) => {
    const show = (value: string) => (field === 'hHour' ? `${clock(i18next.language, value, 'UTC')} UTC` : field === 'shift' ? offset(Number(value)) : field === 'authority' ? referenceOf(value) : value);
    return [was, is].map((value) => (value ? show(value) : '—')).join(' → ');
  });
  const vote = change.what.startsWith('operation.vote-cast') ? votesIn(t, change) : [];
  return [...vote, ...fields, ...(change.reason ? [change.reason] : [])];
}

// The field holds all votes; the new one is what is told.
function votesIn(t: TFunction, change: Change) {
  const field = change.fields.find((one) => one.field === 'votes');
  const before = new Set(field?.was?.split(', '));
  return (field?.is?.split(', ') ?? []).filter((vote) => !before.has(vote)).map((vote) => {
    const [agency, choice] = vote.split(' ');
    return `${agency}: ${t(choice === 'GO' ? 'vote.GO' : 'vote.NO_GO')}`;
  });
}

function referenceOf(value: string) {
  try {
    return (JSON.parse(value) as { reference?: string }).reference ?? value;
  } catch {
    return value;
  }
}
