import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../gql';
import type { MarkedFragment } from '../gql/graphql';
import { type Caveat, strictest, useMarking } from '../ui/Marking';
import { ownZone } from '../ui/settings';
import { clock } from '../ui/When';
import { cityOf } from '../ui/zones';

export const Marked = graphql(`
  fragment Marked on Marking {
    tlp handling handlingTexts embargoUntil
    releasedTo { agencies { id code } countries }
    notTo { agencies { id code } countries }
    compartments { id name }
  }
`);

export type MarkedOf = FragmentType<typeof Marked>;

/** What restricts it beside its TLP. Codes are the same in every language. */
export function caveatsOf(t: TFunction, language: string, marking: MarkedFragment): Caveat[] {
  const names = (of: MarkedFragment['notTo'][number]) => [...of.agencies.map((one) => one?.code ?? '—'), ...of.countries].join(', ');
  return [
    ...marking.handling.flatMap((code): Caveat[] => (code === 'H3' ? marking.handlingTexts.map((text) => ({ kind: 'handling', word: code, long: `${code}: ${text}` })) : [{ kind: 'handling', word: code }])),
    ...marking.releasedTo.map((of): Caveat => ({ kind: 'released', word: `REL TO ${names(of)}` })),
    ...marking.notTo.map((of): Caveat => ({ kind: 'not', word: `NOT TO ${names(of)}` })),
    ...marking.compartments.map((one): Caveat => ({ kind: 'sealed', word: one?.name ?? '—' })),
    ...(marking.embargoUntil ? [{ kind: 'embargo', word: t('caveats.until', { at: clock(language, marking.embargoUntil), zone: cityOf(ownZone()) }) } as const] : []),
  ];
}

/** Says at the page's edges how what is shown here is marked. Must stay the same array while nothing changes. */
export function useMarked(all: readonly (MarkedOf | null | undefined)[]) {
  const { t, i18n } = useTranslation();
  const { tlp, caveats } = useMemo(() => {
    const known = all.flatMap((one) => (one ? [read(Marked, one)] : []));
    const words = new Map(known.flatMap((one) => caveatsOf(t, i18n.language, one)).map((one) => [one.long ?? one.word, one]));
    return { tlp: strictest(known.map((one) => one.tlp)), caveats: [...words.values()] };
  }, [all, t, i18n.language]);
  useMarking(tlp, caveats);
}

/** What a record is marked with beyond what it stands under. */
export function caveatsBeyond(t: TFunction, language: string, of: MarkedOf, under: MarkedOf) {
  const [own, above] = [read(Marked, of), read(Marked, under)];
  const known = new Set(caveatsOf(t, language, above).map((one) => one.long ?? one.word));
  return { stricter: own.tlp !== above.tlp, caveats: caveatsOf(t, language, own).filter((one) => !known.has(one.long ?? one.word)) };
}
