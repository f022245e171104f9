import type { CaseFilterInput, Priority, Stage, Tlp } from '../../gql/graphql';
import { ask, dated, type Names, type Term, type Tree, type Word } from '../../ui/filter';
import { momentIn } from '../../ui/zones';

type Where = CaseFilterInput;

export const stages: Stage[] = ['INTAKE', 'INVESTIGATION', 'PENDING_CHARGES', 'BEFORE_COURTS', 'SUSPENDED', 'CLOSED'];

const values = (all: readonly (readonly [string, ...Names])[]) => all.map(([key, en, fr]) => ({ key, names: [en, fr] as const }));

/** The words one may filter the cases by. */
export const caseWords = [
  {
    key: 'stage', names: ['stage', 'étape'], kind: 'one',
    values: values([['INTAKE', 'intake', 'réception'], ['INVESTIGATION', 'investigation', 'enquête'], ['PENDING_CHARGES', 'pending-charges', 'avant-accusations'], ['BEFORE_COURTS', 'before-courts', 'tribunal'], ['SUSPENDED', 'suspended', 'suspendu'], ['CLOSED', 'closed', 'clos']]),
  },
  { key: 'lead', names: ['lead', 'responsable'], kind: 'text' },
  { key: 'agency', names: ['agency', 'organisme'], kind: 'text' },
  { key: 'priority', names: ['priority', 'priorité'], kind: 'one', values: values([['URGENT', 'urgent', 'urgente'], ['HIGH', 'high', 'élevée'], ['NORMAL', 'normal', 'normale'], ['LOW', 'low', 'faible']]) },
  { key: 'tlp', names: ['tlp', 'tlp'], kind: 'one', values: values([['CLEAR', 'clear', 'clear'], ['GREEN', 'green', 'green'], ['AMBER', 'amber', 'amber'], ['AMBER_STRICT', 'amber+strict', 'amber+strict'], ['RED', 'red', 'red']]) },
  { key: 'is', names: ['is', 'est'], kind: 'one', values: values([['mine', 'mine', 'mien'], ['open', 'open', 'ouvert'], ['closing', 'closing', 'clôture-proposée'], ['overdue', 'overdue', 'en-retard']]) },
  { key: 'changed-after', names: ['changed-after', 'modifié-après'], kind: 'date' },
  { key: 'changed-before', names: ['changed-before', 'modifié-avant'], kind: 'date' },
  { key: 'opened-after', names: ['opened-after', 'ouvert-après'], kind: 'date' },
  { key: 'opened-before', names: ['opened-before', 'ouvert-avant'], kind: 'date' },
] as const satisfies readonly Word[];

/** What the server is asked for what the filter says. `people` are the ids of the officers whose name has these letters. */
export function caseWhere(tree: Tree | undefined, zone: string, people: (name: string) => string[]): Where | null {
  if (!tree) return null;
  return ask<Where>(tree, (term, not) => leaf(term, not, zone, people), (how, of) => ({ [how]: of }));
}

function leaf({ word, value }: Term, not: boolean, zone: string, people: (name: string) => string[]): Where {
  const has = not ? { ncontains: value } : { contains: value };
  switch (word) {
    case null: return { [not ? 'and' : 'or']: [{ title: has }, { number: has }, { summary: has }] };
    case 'stage': return { stage: not ? { neq: value as Stage } : { eq: value as Stage } };
    case 'lead': return { lead: not ? { nin: people(value) } : { in: people(value) } };
    case 'agency': return { leadAgency: not ? { neq: value.toUpperCase() } : { eq: value.toUpperCase() } };
    case 'priority': return { priority: not ? { neq: value as Priority } : { eq: value as Priority } };
    case 'tlp': return { tlp: not ? { neq: value as Tlp } : { eq: value as Tlp } };
    case 'is': return isSo(value, not, people);
    case 'changed-after': return { lastActivityAt: from(value, zone, not) };
    case 'changed-before': return { lastActivityAt: from(value, zone, !not) };
    case 'opened-after': return { openedAt: from(value, zone, not) };
    default: return { openedAt: from(value, zone, !not) };
  }
}

function from(value: string, zone: string, earlier: boolean) {
  const moment = momentIn(zone, dated(value)!).toISOString();
  return earlier ? { lt: moment } : { gte: moment };
}

function isSo(value: string, not: boolean, people: (name: string) => string[]): Where {
  switch (value) {
    case 'mine': return { lead: not ? { nin: people('me') } : { in: people('me') } };
    case 'open': return { stage: not ? { eq: 'CLOSED' } : { neq: 'CLOSED' } };
    case 'closing': return { closureProposedAt: not ? { eq: null } : { neq: null } };
    default: return { closureOverdue: { eq: !not } };
  }
}
