import type { GradeScheme, SourceKind, TimelineEntryFilterInput, Tlp } from '../../gql/graphql';
import { ask, dated, plain, type Names, type Term, type Tree, type Word } from '../../ui/filter';
import { momentIn } from '../../ui/zones';

type Where = TimelineEntryFilterInput;

const sources: readonly (readonly [SourceKind, ...Names])[] = [
  ['OFFICER_REPORT', 'officer', 'agent'], ['WITNESS', 'witness', 'témoin'], ['PROTECTED_SOURCE', 'protected', 'protégée'], ['DOCUMENT', 'document', 'document'],
  ['SURVEILLANCE', 'surveillance', 'surveillance'], ['PARTNER_AGENCY', 'partner', 'partenaire'], ['OPEN_SOURCE', 'open', 'ouverte'], ['LEGAL_PROCESS', 'legal', 'judiciaire'],
];
const schemes: readonly (readonly [GradeScheme, ...Names])[] = [
  ['ADMIRALTY_6X6', 'admiralty', 'amirauté'], ['EUROPOL_4X4', 'europol', 'europol'], ['UK_3X5X2', '3x5x2', '3x5x2'], ['UK_5X5X5', '5x5x5', '5x5x5'],
];
const markings: readonly (readonly [Tlp, ...Names])[] = [
  ['CLEAR', 'clear', 'clear'], ['GREEN', 'green', 'green'], ['AMBER', 'amber', 'amber'], ['AMBER_STRICT', 'amber+strict', 'amber+strict'], ['RED', 'red', 'red'],
];
const values = (all: readonly (readonly [string, ...Names])[]) => all.map(([key, en, fr]) => ({ key, names: [en, fr] as const }));

/** The words one may filter a timeline by. */
export const timelineWords = [
  { key: 'who', names: ['who', 'qui'], kind: 'text' },
  { key: 'agency', names: ['agency', 'organisme'], kind: 'text' },
  { key: 'tag', names: ['tag', 'étiquette'], kind: 'text' },
  { key: 'after', names: ['after', 'après'], kind: 'date' },
  { key: 'before', names: ['before', 'avant'], kind: 'date' },
  { key: 'recorded-after', names: ['recorded-after', 'consigné-après'], kind: 'date' },
  { key: 'recorded-before', names: ['recorded-before', 'consigné-avant'], kind: 'date' },
  { key: 'changed-after', names: ['changed-after', 'modifié-après'], kind: 'date' },
  { key: 'is', names: ['is', 'est'], kind: 'one', values: values([['derived', 'derived', 'office'], ['written', 'written', 'rédigée'], ['corrected', 'corrected', 'corrigée'], ['graded', 'graded', 'cotée']]) },
  { key: 'tlp', names: ['tlp', 'tlp'], kind: 'one', values: values(markings) },
  { key: 'grade', names: ['grade', 'cote'], kind: 'text' },
  { key: 'scheme', names: ['scheme', 'barème'], kind: 'one', values: values(schemes) },
  { key: 'source', names: ['source', 'source'], kind: 'one', values: values(sources) },
  { key: 'reference', names: ['reference', 'référence'], kind: 'text' },
] as const satisfies readonly Word[];

export const wordOf = (key: (typeof timelineWords)[number]['key']) => timelineWords.find((word) => word.key === key)!;

/** What the server is asked for what the filter says. `people` are the ids of the officers whose name has these letters. */
export function timelineWhere(tree: Tree | undefined, zone: string, people: (name: string) => string[]): Where | null {
  if (!tree) return null;
  return ask<Where>(tree, (term, not) => leaf(term, not, zone, people), (how, of) => ({ [how]: of }));
}

function leaf({ word, value }: Term, not: boolean, zone: string, people: (name: string) => string[]): Where {
  const has = not ? { ncontains: value } : { contains: value };
  switch (word) {
    case null: return not ? { and: [{ text: has }, { tags: { none: { contains: value } } }] } : { or: [{ text: has }, { tags: { some: { contains: value } } }] };
    case 'who': return { recordedBy: not ? { nin: people(value) } : { in: people(value) } };
    case 'agency': return { originator: not ? { neq: value.toUpperCase() } : { eq: value.toUpperCase() } };
    case 'tag': return { tags: not ? { none: { eq: value } } : { some: { eq: value } } };
    case 'after': return { occurredUntil: from(value, zone, not) };
    case 'before': return { occurredAt: from(value, zone, !not) };
    case 'recorded-after': return { recordedAt: from(value, zone, not) };
    case 'recorded-before': return { recordedAt: from(value, zone, !not) };
    case 'changed-after': return { changedAt: from(value, zone, not) };
    case 'is': return isSo(value, not);
    case 'tlp': return { tlp: not ? { neq: value as Tlp } : { eq: value as Tlp } };
    case 'grade': return graded(value, not);
    case 'scheme': return { gradeScheme: not ? { neq: value as GradeScheme } : { eq: value as GradeScheme } };
    case 'source': return { sourceKind: not ? { neq: value as SourceKind } : { eq: value as SourceKind } };
    default: return { sourceReference: has };
  }
}

function from(value: string, zone: string, earlier: boolean) {
  const moment = momentIn(zone, dated(value)!).toISOString();
  return earlier ? { lt: moment } : { gte: moment };
}

function isSo(value: string, not: boolean): Where {
  if (value === 'graded') return { gradeSource: not ? { eq: null } : { neq: null } };
  if (value === 'corrected') return { corrected: { eq: !not } };
  return { derived: { eq: (value === 'derived') !== not } };
}

/** A2, or A alone. */
function graded(value: string, not: boolean): Where {
  const [source, information] = [value.slice(0, 1).toUpperCase(), value.slice(1).toUpperCase()];
  if (!information) return { gradeSource: not ? { neq: source } : { eq: source } };
  return not
    ? { or: [{ gradeSource: { neq: source } }, { gradeInformation: { neq: information } }] }
    : { and: [{ gradeSource: { eq: source } }, { gradeInformation: { eq: information } }] };
}

/** `who:me`, in either language. */
export const isMe = (name: string) => ['me', 'moi'].includes(plain(name));
