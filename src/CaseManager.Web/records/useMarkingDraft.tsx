import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../gql';
import type { MarkedFragment } from '../gql/graphql';
import { type Tlp, tlps, tlpWord } from '../ui/Marking';
import { ownZone } from '../ui/settings';
import { localIn } from '../ui/zones';
import { areWhole, type CaveatsDraft, caveatsInput, ofCountry } from './caveats';
import { CaveatFields } from './CaveatFields';
import { Marked, type MarkedOf } from './marking';
import { OfficersSelect } from './OfficerSelect';

/** A marking as it is being changed, and the fields for it; of what stands under a case only what it says beyond that. */
export function useMarkingDraft(of: MarkedOf, under?: MarkedOf) {
  const { t } = useTranslation();
  const now = read(Marked, of);
  const above = under && read(Marked, under);
  const [tlp, setTlp] = useState<Tlp>(now.tlp);
  const [readers, setReaders] = useState<string[]>([]);
  const [caveats, setCaveats] = useState(() => draftOf(now, above));
  const least = above ? tlps.indexOf(above.tlp) : 0;
  const fields = (fault: (field: string) => string | undefined) => (
    <>
      <Select label={t('remark.tlp')} value={tlp} allowDeselect={false} onChange={(next) => setTlp(next as Tlp)} data={tlps.slice(least).map((one) => ({ value: one, label: tlpWord(one) }))} error={fault('tlp')} />
      {tlp === 'RED' && <OfficersSelect label={t('remark.readers')} description={t('remark.readersHint')} value={readers} onChange={setReaders} error={fault('readers')} required />}
      <CaveatFields value={caveats} put={setCaveats} fault={fault} />
    </>
  );
  return { draft: { tlp, readers: tlp === 'RED' ? readers : undefined, caveats: caveatsInput(caveats) }, fields, whole: areWhole(caveats) && (tlp !== 'RED' || readers.length > 0) };
}

/** What a record says beyond its case, as it would be chosen. */
function draftOf(now: MarkedFragment, above?: MarkedFragment): CaveatsDraft {
  const known = new Set([...(above?.releasedTo ?? []), ...(above?.notTo ?? [])].map((one) => JSON.stringify(one)));
  const chosen = (lists: MarkedFragment['notTo']) => lists.filter((one) => !known.has(JSON.stringify(one)))
    .flatMap((one) => [...one.agencies.flatMap((agency) => agency?.code ?? []), ...one.countries.map(ofCountry)]);
  const held = new Set(above?.compartments.map((one) => one?.id));
  const ahead = now.embargoUntil && now.embargoUntil !== above?.embargoUntil && Date.parse(now.embargoUntil) > Date.now();
  return {
    handling: now.handling.filter((code) => code !== 'H0' && !above?.handling.includes(code)),
    handlingText: now.handlingTexts.find((text) => !above?.handlingTexts.includes(text)) ?? '',
    releasedTo: chosen(now.releasedTo), notTo: chosen(now.notTo),
    compartments: now.compartments.flatMap((one) => (one && !held.has(one.id) ? [one.id] : [])),
    embargo: ahead ? localIn(ownZone(), now.embargoUntil!).slice(0, 16) : '',
  };
}
