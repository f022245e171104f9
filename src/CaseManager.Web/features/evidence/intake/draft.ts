import type { AuthorityKind, DayPart, ExhibitKind, OccurredInput, SeizeExhibitInput, Tlp } from '../../../gql/graphql';
import { areWhole, type CaveatsDraft, caveatsInput } from '../../../records/caveats';

/** What was filled in so far, as kept on this machine. */
export type Draft = {
  kind?: ExhibitKind; description: string; number: string;
  place: string; latitude: string; longitude: string;
  form: 'now' | 'moment' | 'range' | 'day'; zone: string; at: string; until: string; date: string; part?: DayPart; said: string;
  authority?: AuthorityKind; reference: string; finder: string | null;
  seal: string; tlp?: Tlp; readers: string[]; caveats?: CaveatsDraft;
};

export const emptyDraft = (zone: string): Draft => ({
  description: '', number: '', place: '', latitude: '', longitude: '', form: 'now', zone, at: '', until: '', date: '', said: '', reference: '', finder: null, seal: '', readers: [],
});

/** For the next thing at the same scene: what was the same for the last one is not asked again. */
export const nextDraft = (last: Draft): Draft => ({ ...last, kind: undefined, description: '', number: '', seal: '' });

export const steps = ['what', 'where', 'right', 'seal', 'check'] as const;
export type Step = (typeof steps)[number];

const needReference: readonly AuthorityKind[] = ['SEARCH_WARRANT', 'PRODUCTION_ORDER', 'FOREIGN_REQUEST', 'STATUTE'];
export const needsReference = (draft: Draft) => draft.authority !== undefined && needReference.includes(draft.authority);

/** Whether what a step asks for is there. */
export function isFilled(step: Step, draft: Draft): boolean {
  switch (step) {
    case 'what': return draft.kind !== undefined && draft.description.trim() !== '';
    case 'where': return draft.place.trim() !== '' && ({ now: true, moment: draft.at !== '', range: draft.at !== '' && draft.until !== '', day: draft.date !== '' })[draft.form];
    case 'right': return draft.authority !== undefined && (!needsReference(draft) || draft.reference.trim() !== '');
    case 'seal': return draft.seal.trim() !== '' && (draft.tlp !== 'RED' || draft.readers.length > 0) && areWhole(draft.caveats);
    case 'check': return true;
  }
}

/** The step whose fields hold the one that a refusal names. */
export function stepOf(field: string): Step {
  if (/^(kind|description|number)/.test(field)) return 'what';
  if (/^(place|occurred)/.test(field)) return 'where';
  if (/^(authority|finder)/.test(field)) return 'right';
  return 'seal';
}

export function occurredOf(draft: Draft, now: string): OccurredInput {
  const said = draft.said.trim() || undefined;
  switch (draft.form) {
    case 'now': return { zone: draft.zone, at: now };
    case 'moment': return { zone: draft.zone, at: draft.at, said };
    case 'range': return { zone: draft.zone, from: draft.at, until: draft.until, said };
    case 'day': return { zone: draft.zone, date: draft.date, part: draft.part, said };
  }
}

export function inputOf(of: string, draft: Draft, now: string): Omit<SeizeExhibitInput, 'clientMutationId'> | undefined {
  if (!draft.kind || !draft.authority) return undefined;
  const point = draft.latitude.trim() || draft.longitude.trim();
  const degrees = (text: string) => (text.trim() ? Number(text.replace(',', '.')) : undefined);
  return {
    case: of, kind: draft.kind, description: draft.description, number: draft.number.trim() || undefined, finder: draft.finder ?? undefined,
    place: { description: draft.place, latitude: point ? degrees(draft.latitude) : undefined, longitude: point ? degrees(draft.longitude) : undefined },
    occurred: occurredOf(draft, now), authority: { kind: draft.authority, reference: draft.reference.trim() || undefined },
    seal: draft.seal, tlp: draft.tlp, readers: draft.tlp === 'RED' ? draft.readers : undefined, caveats: caveatsInput(draft.caveats),
  };
}
