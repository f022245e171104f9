import { Button, Group, SegmentedControl, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DayPart, GradeScheme, SourceKind, Tlp } from '../../gql/graphql';
import { CaveatFields } from '../../records/CaveatFields';
import { OfficersSelect } from '../../records/OfficerSelect';
import { tlps, tlpWord } from '../../ui/Marking';
import { zones } from '../../ui/zones';
import { codes, dayParts, type Draft, hows, sourceKinds } from './entryDraft';

const letters = (all: string) => [...all].map((one) => ({ value: one, label: one }));
const allZones = zones();

/** What an entry says, and all that may be said of it; nothing but the text must be. */
export function EntryFields({ draft, change, tlp, fault, correcting = false }: {
  draft: Draft; change: (next: Partial<Draft>) => void; tlp: Tlp; fault: (field: string) => string | undefined; correcting?: boolean;
}) {
  const { t } = useTranslation();
  const set = (key: keyof Draft) => (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value });
  const grades = draft.scheme ? codes[draft.scheme] : undefined;

  return (
    <>
      <Textarea
        label={t('record.text')} autosize minRows={2} maxRows={12} autoFocus required value={draft.text} onChange={set('text')} error={fault('text')}
      />
      <div className="fields">
        <div>
          <div className="label" id="record-how">{t('record.when')}</div>
          <SegmentedControl
            size="xs" aria-labelledby="record-how" value={draft.how} onChange={(how) => change({ how: how as Draft['how'] })}
            data={hows.filter((how) => how !== 'now' || !correcting).map((how) => ({ value: how, label: t(`record.how.${how}`) }))}
          />
        </div>
        {(draft.how === 'at' || draft.how === 'range') && (
          <TextInput size="xs" type="datetime-local" step={1} required label={t(draft.how === 'at' ? 'record.at' : 'record.from')} value={draft.at} onChange={set('at')} error={fault('occurred.at') ?? fault('occurred.from')} />
        )}
        {draft.how === 'range' && <TextInput size="xs" type="datetime-local" step={1} required label={t('record.until')} value={draft.until} onChange={set('until')} error={fault('occurred.until')} />}
        {(draft.how === 'day' || draft.how === 'part') && <TextInput size="xs" type="date" required label={t('record.date')} value={draft.date} onChange={set('date')} error={fault('occurred.date')} />}
        {draft.how === 'part' && (
          <Select size="xs" label={t('record.part')} value={draft.part} allowDeselect={false} onChange={(part) => change({ part: part as DayPart })} data={dayParts.map((part) => ({ value: part, label: t(`dayPart.${part}`) }))} />
        )}
        <Select size="xs" label={t('record.zone')} searchable limit={40} value={draft.zone} allowDeselect={false} data={allZones.includes(draft.zone) ? allZones : [draft.zone, ...allZones]} onChange={(zone) => zone && change({ zone })} error={fault('occurred.zone')} />
        {draft.more && <TextInput size="xs" label={t('record.said')} value={draft.said} onChange={set('said')} error={fault('occurred.said')} />}
        {!draft.more && (
          <Group align="end"><Button size="xs" variant="default" leftSection={<IconAdjustments size={14} aria-hidden />} onClick={() => change({ more: true })}>{t('record.more')}</Button></Group>
        )}
      </div>
      {draft.more && (
        <div className="fields">
          {!correcting && (
            <Select
              size="xs" label={t('record.tlp')} placeholder={t('record.asCase', { tlp: tlpWord(tlp) })} clearable value={draft.tlp || null} onChange={(next) => change({ tlp: (next ?? '') as Tlp })}
              data={tlps.slice(tlps.indexOf(tlp)).map((one) => ({ value: one, label: tlpWord(one) }))} error={fault('tlp')}
            />
          )}
          {!correcting && draft.tlp === 'RED' && <OfficersSelect label={t('record.readers')} description={t('record.readersHint')} value={draft.readers} onChange={(readers) => change({ readers })} error={fault('readers')} />}
          <Select
            size="xs" label={t('record.source')} clearable={!correcting} value={draft.source || null} onChange={(source) => change({ source: (source ?? '') as SourceKind })}
            data={sourceKinds.map((one) => ({ value: one, label: t(`sourceKind.${one}`) }))} error={fault('source.kind')}
          />
          {draft.source && draft.source !== 'PROTECTED_SOURCE' && <TextInput size="xs" label={t('record.reference')} value={draft.reference} onChange={set('reference')} error={fault('source.reference')} />}
          <Select
            size="xs" label={t('record.scheme')} clearable={!correcting} value={draft.scheme || null} onChange={(scheme) => change({ scheme: (scheme ?? '') as GradeScheme, gradeSource: '', gradeInformation: '' })}
            data={(Object.keys(codes) as GradeScheme[]).map((one) => ({ value: one, label: t(`gradeScheme.${one}`) }))} error={fault('grade.scheme')}
          />
          {grades && <Select size="xs" className="letter" required label={t('record.gradeSource')} value={draft.gradeSource || null} onChange={(one) => change({ gradeSource: one ?? '' })} data={letters(grades[0])} error={fault('grade.source')} />}
          {grades && <Select size="xs" className="letter" required label={t('record.gradeInformation')} value={draft.gradeInformation || null} onChange={(one) => change({ gradeInformation: one ?? '' })} data={letters(grades[1])} error={fault('grade.information')} />}
          {!correcting && <TagsInput size="xs" className="grow" label={t('record.tags')} placeholder={t('record.tagsHint')} value={draft.tags} onChange={(tags) => change({ tags })} error={fault('tags')} clearable />}
        </div>
      )}
      {draft.more && !correcting && <CaveatFields size="xs" value={draft.caveats} put={(caveats) => change({ caveats })} fault={fault} />}
      {correcting && <TextInput size="xs" mt="xs" required label={t('record.reason')} value={draft.reason} onChange={set('reason')} error={fault('reason')} />}
    </>
  );
}
