import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { Audience, Priority, Tlp } from '../../gql/graphql';
import { areWhole, caveatsInput, noCaveats } from '../../records/caveats';
import { CaveatFields } from '../../records/CaveatFields';
import { OfficersSelect, OfficerSelect } from '../../records/OfficerSelect';
import { tlps, tlpWord } from '../../ui/Marking';
import { ActModal } from './ActModal';

const Open = graphql(`mutation OpenCase($input: OpenCaseInput!) { openCase(input: $input) { case { id number } errors { ...Trouble } } }`);
const Forces = graphql(`query ForcesToChoose { taskForces(first: 50) { nodes { id code name } } }`);

const priorities: Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

/** Opens a case of one's own agency, and goes to it. */
export function OpenCase({ close }: { close: (number?: string) => void }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: Forces, requestPolicy: 'cache-first' });
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [number, setNumber] = useState('');
  const [tlp, setTlp] = useState<Tlp>('AMBER');
  const [readers, setReaders] = useState<string[]>([]);
  const [caveats, setCaveats] = useState(noCaveats);
  const [priority, setPriority] = useState<Priority>('NORMAL');
  const [lead, setLead] = useState('');
  const [taskForce, setTaskForce] = useState<string | null>(null);
  const [audience, setAudience] = useState<Audience>('CASE_TEAM');
  return (
    <ActModal
      title={t('cases.open')} action={t('cases.open')} document={Open} reason="none" ready={title.trim() !== '' && summary.trim() !== '' && areWhole(caveats)}
      input={() => ({
        title, summary, number: number.trim() || undefined, tlp, readers: tlp === 'RED' ? readers : undefined, caveats: caveatsInput(caveats), priority, lead: lead || undefined,
        taskForce: taskForce ?? undefined, audience: taskForce ? audience : undefined,
      })}
      close={(done) => close(typeof done === 'object' ? done.case?.number : undefined)}
    >
      {(fault) => (
        <>
          <TextInput label={t('field.title')} required maxLength={200} data-autofocus value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={fault('title')} />
          <Textarea label={t('field.summary')} required autosize minRows={3} maxLength={4000} value={summary} onChange={(event) => setSummary(event.currentTarget.value)} error={fault('summary')} />
          <Group grow align="start">
            <Select label={t('field.tlp')} value={tlp} allowDeselect={false} onChange={(next) => setTlp(next as Tlp)} data={tlps.map((one) => ({ value: one, label: tlpWord(one) }))} error={fault('tlp')} />
            <Select label={t('field.priority')} value={priority} allowDeselect={false} onChange={(next) => setPriority(next as Priority)} data={priorities.map((one) => ({ value: one, label: t(`priority.${one}`) }))} />
          </Group>
          {tlp === 'RED' && <OfficersSelect label={t('record.readers')} value={readers} onChange={setReaders} error={fault('readers')} required />}
          <CaveatFields value={caveats} put={setCaveats} fault={fault} />
          <OfficerSelect label={t('field.lead')} description={t('cases.leadHint')} value={lead} onChange={setLead} error={fault('lead')} />
          <Group grow align="start">
            <Select label={t('field.taskForce')} clearable value={taskForce} onChange={setTaskForce} data={(data?.taskForces?.nodes ?? []).map((force) => ({ value: force.id, label: `${force.code} ${force.name}` }))} error={fault('taskForce')} />
            {taskForce && <Select label={t('field.audience')} value={audience} allowDeselect={false} onChange={(next) => setAudience(next as Audience)} data={(['CASE_TEAM', 'TASK_FORCE'] as const).map((one) => ({ value: one, label: t(`audience.${one}`) }))} />}
          </Group>
          <TextInput label={t('field.number')} description={t('cases.numberHint')} value={number} onChange={(event) => setNumber(event.currentTarget.value)} error={fault('number')} />
        </>
      )}
    </ActModal>
  );
}
