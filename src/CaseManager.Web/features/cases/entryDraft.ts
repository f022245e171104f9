import type { CorrectTimelineEntryInput, DayPart, GradeScheme, OccurredInput, RecordTimelineEntryInput, SourceKind, Tlp } from '../../gql/graphql';
import { areWhole, type CaveatsDraft, caveatsInput, noCaveats } from '../../records/caveats';
import { ownZone } from '../../ui/settings';
import { localIn } from '../../ui/zones';
import type { Line } from './entries';

export const hows = ['now', 'at', 'range', 'part', 'day'] as const;
export const dayParts: DayPart[] = ['NIGHT', 'MORNING', 'AFTERNOON', 'EVENING'];
export const sourceKinds: SourceKind[] = ['OFFICER_REPORT', 'WITNESS', 'PROTECTED_SOURCE', 'DOCUMENT', 'SURVEILLANCE', 'PARTNER_AGENCY', 'OPEN_SOURCE', 'LEGAL_PROCESS'];

/** What each scheme knows: of the source, then of the information. */
export const codes: Record<GradeScheme, readonly [source: string, information: string]> = {
  ADMIRALTY_6X6: ['ABCDEF', '123456'], EUROPOL_4X4: ['ABCX', '1234'], UK_3X5X2: ['123', 'ABCDE'], UK_5X5X5: ['ABCDE', '12345'],
};

/** An entry as it is being written; all texts, as they stand in the fields. */
export type Draft = {
  text: string; how: (typeof hows)[number]; at: string; until: string; date: string; part: DayPart; zone: string; said: string;
  tlp: Tlp | ''; readers: string[]; scheme: GradeScheme | ''; gradeSource: string; gradeInformation: string; source: SourceKind | ''; reference: string; tags: string[];
  reason: string; more: boolean; caveats: CaveatsDraft;
};

export const emptyDraft = (): Draft => ({
  text: '', how: 'now', at: '', until: '', date: '', part: 'MORNING', zone: ownZone(), said: '',
  tlp: '', readers: [], scheme: '', gradeSource: '', gradeInformation: '', source: '', reference: '', tags: [], reason: '', more: false, caveats: noCaveats,
});

export function draftOf(line: Line): Draft {
  const local = (at: string) => localIn(line.occurredZone, at);
  const how = ({ INSTANT: 'at', RANGE: 'range', DAY_PART: 'part', DAY: 'day' } as const)[line.precision];
  return {
    ...emptyDraft(), text: line.text, how, at: local(line.occurredAt), until: how === 'range' ? local(line.occurredUntil) : '', date: local(line.occurredAt).slice(0, 10),
    part: line.occurredPart ?? 'MORNING', zone: line.occurredZone, said: line.occurredSaid ?? '', tlp: line.tlp, scheme: line.gradeScheme ?? '',
    gradeSource: line.gradeSource ?? '', gradeInformation: line.gradeInformation ?? '', source: line.sourceKind ?? '', reference: line.sourceReference ?? '', tags: line.tags,
    more: true,
  };
}

export function occurredOf(draft: Draft): OccurredInput {
  const { zone } = draft;
  const said = draft.said.trim() || undefined;
  switch (draft.how) {
    case 'now': return { zone, said, at: localIn(zone, Date.now()) };
    case 'at': return { zone, said, at: draft.at };
    case 'range': return { zone, said, from: draft.at, until: draft.until };
    case 'part': return { zone, said, date: draft.date, part: draft.part };
    case 'day': return { zone, said, date: draft.date };
  }
}

const sourceOf = (draft: Draft) => (draft.source ? { kind: draft.source, reference: draft.source === 'PROTECTED_SOURCE' ? undefined : draft.reference.trim() || undefined } : undefined);
const gradeOf = (draft: Draft) => (draft.scheme ? { scheme: draft.scheme, source: draft.gradeSource, information: draft.gradeInformation } : undefined);

export function recordingOf(draft: Draft, of: string, me?: string): RecordTimelineEntryInput {
  const readers = draft.readers.length > 0 || !me ? draft.readers : [me];
  return {
    case: of, text: draft.text, occurred: occurredOf(draft), source: sourceOf(draft), grade: gradeOf(draft),
    tags: draft.tags.length > 0 ? draft.tags : undefined, tlp: draft.tlp || undefined, readers: draft.tlp === 'RED' ? readers : undefined, caveats: caveatsInput(draft.caveats),
  };
}

/** Only what is other than it was. */
export function correctionOf(draft: Draft, line: Line): CorrectTimelineEntryInput {
  const was = draftOf(line);
  const other = <T>(of: (draft: Draft) => T) => (JSON.stringify(of(draft)) === JSON.stringify(of(was)) ? undefined : of(draft));
  return { entry: line.entry, version: line.version, reason: draft.reason, text: other((one) => one.text), occurred: other(occurredOf), source: other(sourceOf), grade: other(gradeOf) };
}

/** Whether something is there to be sent. */
export const isWhole = (draft: Draft) => draft.text.trim() !== '' && areWhole(draft.caveats)
  && (draft.how !== 'at' || draft.at !== '') && (draft.how !== 'range' || (draft.at !== '' && draft.until !== ''))
  && ((draft.how !== 'day' && draft.how !== 'part') || draft.date !== '');
