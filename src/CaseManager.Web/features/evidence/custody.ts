import type { ExhibitShownFragment } from '../../gql/graphql';

type Shown = ExhibitShownFragment;
export type HandOver = Shown['custodyChain'][number];
export type Reseal = { at: string; by?: string; was: string; is: string; reason?: string | null };

/** A spell in one officer's hands: how it began, what was tried during it, and how it ended. */
export type Spell = {
  holding: Shown['holdings'][number];
  /** The agency for which the officer held it, as it was then. */
  agency?: string;
  /** That of the spell before, when it was another. */
  agencyBefore?: string;
  began?: HandOver;
  tried: readonly HandOver[];
  resealed: readonly Reseal[];
};

/** The chain without a gap: who held it from when until when, oldest first. */
export function spellsOf(exhibit: Shown): Spell[] {
  // Who took it over did so for the agency that the record of that moment names.
  const agencies = exhibit.history.filter((change) => change.fields.some((field) => field.field === 'holder')).map((change) => change.agency?.code);
  return exhibit.holdings.map((holding, at) => {
    const next = exhibit.holdings[at + 1];
    const [from, until] = [holding.transfer ?? 0, next?.transfer ?? Number.POSITIVE_INFINITY];
    return {
      holding,
      agency: agencies[at],
      agencyBefore: at > 0 && agencies[at - 1] !== agencies[at] ? agencies[at - 1] : undefined,
      began: exhibit.custodyChain.find((one) => one.transfer === holding.transfer),
      tried: exhibit.custodyChain.filter((one) => one.transfer > from && one.transfer < until && one.outcome !== 'ACCEPTED'),
      resealed: resealsOf(exhibit).filter((one) => one.at >= holding.recordedAt && (!next || one.at < next.recordedAt)),
    };
  });
}

function resealsOf(exhibit: Shown): Reseal[] {
  return exhibit.history.filter((change) => change.what === 'exhibit.resealed.v1').flatMap((change) => {
    const seal = change.fields.find((field) => field.field === 'seal');
    return seal?.was && seal.is ? [{ at: change.recordedAt, by: change.by?.name, was: seal.was, is: seal.is, reason: change.reason }] : [];
  });
}
