import type { CaveatsInput, HandlingCode, RecipientsInput } from '../gql/graphql';
import { localeOf } from '../ui/language';
import { ownZone } from '../ui/settings';
import { momentIn } from '../ui/zones';

/** Restrictions as they are being chosen; agencies by code, countries by theirs, the moment as one's own clock shows it. */
export type CaveatsDraft = { handling: HandlingCode[]; handlingText: string; releasedTo: string[]; notTo: string[]; compartments: string[]; embargo: string };

export const noCaveats: CaveatsDraft = { handling: [], handlingText: '', releasedTo: [], notTo: [], compartments: [], embargo: '' };

const country = 'country ';
export const ofCountry = (code: string) => country + code;
export const countryOf = (chosen: string) => (chosen.startsWith(country) ? chosen.slice(country.length) : undefined);

/** ISO 3166, of a country or one of its parts. */
export const isCountry = (code: string) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code);

/** A country by its code and its name in the reader's language, as far as there is one. */
export function countryNamed(language: string, code: string) {
  const name = isCountry(code) && code.length === 2 ? new Intl.DisplayNames([localeOf(language)], { type: 'region', fallback: 'none' }).of(code) : undefined;
  return name ? `${code} ${name}` : code;
}

const recipients = (chosen: readonly string[]): RecipientsInput | undefined => (chosen.length === 0 ? undefined : {
  agencies: chosen.filter((one) => countryOf(one) === undefined), countries: chosen.flatMap((one) => countryOf(one) ?? []),
});

/** What is sent: nothing where nothing was chosen. */
export function caveatsInput(draft: CaveatsDraft = noCaveats): CaveatsInput | undefined {
  if (JSON.stringify(draft) === JSON.stringify(noCaveats)) return undefined;
  return {
    handling: draft.handling.length > 0 ? draft.handling : undefined, handlingText: draft.handling.includes('H3') ? draft.handlingText : undefined,
    releasedTo: recipients(draft.releasedTo), notTo: recipients(draft.notTo), compartments: draft.compartments.length > 0 ? draft.compartments : undefined,
    embargoUntil: draft.embargo ? momentIn(ownZone(), draft.embargo).toISOString() : undefined,
  };
}

/** Whether what was chosen may be sent: H3 says nothing without its words. */
export const areWhole = ({ handling, handlingText }: CaveatsDraft = noCaveats) => !handling.includes('H3') || handlingText.trim() !== '';

/** What was chosen, as codes. */
export const chosenWords = (draft: CaveatsDraft = noCaveats) => [
  ...draft.handling.toSorted(),
  ...(draft.releasedTo.length > 0 ? [`REL TO ${draft.releasedTo.map((one) => countryOf(one) ?? one).join(', ')}`] : []),
  ...(draft.notTo.length > 0 ? [`NOT TO ${draft.notTo.map((one) => countryOf(one) ?? one).join(', ')}`] : []),
];
