import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read } from '../../gql';
import type { MarkedFragment } from '../../gql/graphql';
import { areWhole, type CaveatsDraft, caveatsInput, ofCountry } from '../../records/caveats';
import { CaveatFields } from '../../records/CaveatFields';
import { Marked, type MarkedOf } from '../../records/marking';
import { OfficersSelect } from '../../records/OfficerSelect';
import { type Tlp, tlps, tlpWord } from '../../ui/Marking';
import { ownZone } from '../../ui/settings';
import { localIn } from '../../ui/zones';
import { ActModal } from './ActModal';

const OfCase = graphql(`mutation MarkCase($input: ChangeCaseMarkingInput!) { changeCaseMarking(input: $input) { version errors { ...Trouble } } }`);
const OfEntry = graphql(`mutation MarkEntry($input: ChangeTimelineEntryMarkingInput!) { changeTimelineEntryMarking(input: $input) { version errors { ...Trouble } } }`);

type Of = { version: number; marking: MarkedOf; close: () => void };

/** Marks a case anew, and with it all that stands under it. */
export function MarkCase({ id, version, marking, close }: Of & { id: string }) {
  const { t } = useTranslation();
  const { draft, fields, whole } = useMarkingDraft(read(Marked, marking));
  return (
    <ActModal title={t('remark.case')} action={t('remark.do')} document={OfCase} ready={whole} close={close} input={(reason) => ({ case: id, version, ...draft, reason })}>
      {(fault) => <>{fields(fault)}<p className="quiet">{t('remark.caseHint')}</p></>}
    </ActModal>
  );
}

/** Marks an entry anew, beside what restricts its case. */
export function MarkEntry({ id, version, marking, under, close }: Of & { id: string; under?: MarkedOf }) {
  const { t } = useTranslation();
  const above = under && read(Marked, under);
  const { draft, fields, whole } = useMarkingDraft(read(Marked, marking), above);
  return (
    <ActModal title={t('remark.entry')} action={t('remark.do')} document={OfEntry} ready={whole} close={close} input={(reason) => ({ entry: id, version, ...draft, reason })}>
      {(fault) => fields(fault)}
    </ActModal>
  );
}

function useMarkingDraft(now: MarkedFragment, above?: MarkedFragment) {
  const { t } = useTranslation();
  const [tlp, setTlp] = useState<Tlp>(now.tlp);
  const [readers, setReaders] = useState<string[]>([]);
  const [caveats, setCaveats] = useState(() => draftOf(now, above));
  const least = above ? tlps.indexOf(above.tlp) : 0;
  const fields = (fault: (field: string) => string | undefined) => (
    <>
      <Select label={t('field.tlp')} value={tlp} allowDeselect={false} onChange={(next) => setTlp(next as Tlp)} data={tlps.slice(least).map((one) => ({ value: one, label: tlpWord(one) }))} error={fault('tlp')} />
      {tlp === 'RED' && <OfficersSelect label={t('record.readers')} description={t('remark.readersHint')} value={readers} onChange={setReaders} error={fault('readers')} required />}
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
