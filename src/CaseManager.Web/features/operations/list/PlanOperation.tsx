import { ActionIcon, Button, Fieldset, Group, NativeSelect, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { Said } from '../../../records/Said';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { ownZone } from '../../../ui/settings';
import { zones as allZones } from '../../../ui/zones';

const Plan = graphql(`mutation PlanOperation($input: PlanOperationInput!) { planOperation(input: $input) { operation { id } version errors { ...Trouble } } }`);
const Cases = graphql(`query CasesToServe { cases(first: 50, order: [{ changedAt: DESC }]) { nodes { id number title } } }`);

const zones = [...new Set(['UTC', ...allZones()])];
// What most operations have; the words are the planner's language, and may be changed.
const usual = [['briefing', -180], ['staging', -60], ['containment', -5], ['entry', 0], ['secured', 15], ['search', 30], ['handover', 300]] as const;

/** The frame of an operation: what for, when, in which phases. Sites come in the plan. */
export function PlanOperation({ forces, close }: { forces: readonly { id: string; code: string; name: string }[]; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form, setForm] = useState({ name: '', aim: '', taskForce: forces[0]?.id ?? '', case: '', at: '', zone: ownZone(), window: 5 as number | string });
  const [phases, setPhases] = useState<{ key: number; name: string; minutes: number | string }[]>(usual.map(([word, minutes], key) => ({ key, name: t(`operations.usual.${word}`), minutes })));
  const [{ data }] = useQuery({ query: Cases });
  const { act, outcome, fetching } = useAct(Plan);
  const sentence = useSentence();
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function plan(event: FormEvent) {
    event.preventDefault();
    const done = await act({
      name: form.name.trim(), aim: form.aim.trim(), taskForce: form.taskForce, case: form.case || null, windowMinutes: Number(form.window), hHour: { at: form.at, zone: form.zone },
      phases: phases.filter((phase) => phase.name.trim()).map((phase) => ({ name: phase.name.trim(), minutes: Number(phase.minutes) })),
    });
    if (typeof done === 'object' && done.operation) void navigate({ to: '/operations/$id/plan', params: { id: done.operation.id } });
  }

  return (
    <form onSubmit={(event) => void plan(event)} className="with-reason" aria-label={t('operations.plan')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label={t('operations.field.name')} required autoFocus value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} error={wrong('name')} />
        <NativeSelect label={t('operations.field.force')} value={form.taskForce} onChange={(event) => set({ taskForce: event.currentTarget.value })} data={forces.map((force) => ({ value: force.id, label: `${force.code} ${force.name}` }))} />
        <TextInput type="datetime-local" label={t('board.hHour')} required value={form.at} onChange={(event) => set({ at: event.currentTarget.value })} error={wrong('hHour.at') ?? wrong('hHour')} />
        <Select label={t('plan.zone')} searchable limit={30} allowDeselect={false} value={form.zone} onChange={(zone) => zone && set({ zone })} data={zones} nothingFoundMessage={t('plan.nothing')} />
        <NativeSelect label={t('operations.field.case')} value={form.case} onChange={(event) => set({ case: event.currentTarget.value })} data={[{ value: '', label: t('operations.noCase') }, ...(data?.cases?.nodes ?? []).map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))]} />
        <NumberInput label={t('operations.field.window')} min={0} max={1440} allowDecimal={false} value={form.window} onChange={(window) => set({ window })} error={wrong('windowMinutes')} />
      </SimpleGrid>
      <Textarea label={t('plan.aim')} required autosize minRows={2} value={form.aim} onChange={(event) => set({ aim: event.currentTarget.value })} error={wrong('aim')} />
      <Fieldset legend={t('plan.phases')}>
        {phases.map((phase, at) => {
          const change = (part: Partial<typeof phase>) => setPhases(phases.map((one) => (one.key === phase.key ? { ...one, ...part } : one)));
          return (
            <Group key={phase.key} gap="xs" mb={6} wrap="nowrap">
              <TextInput aria-label={t('operations.field.phase', { at: at + 1 })} value={phase.name} className="grow" onChange={(event) => change({ name: event.currentTarget.value })} />
              <NumberInput aria-label={t('operations.field.minutes', { at: at + 1 })} value={phase.minutes} w="6.5rem" allowDecimal={false} onChange={(minutes) => change({ minutes })} />
              <ActionIcon variant="subtle" color="gray" aria-label={t('operations.dropPhase', { name: phase.name })} onClick={() => setPhases(phases.filter((one) => one.key !== phase.key))}><IconTrash size={16} aria-hidden /></ActionIcon>
            </Group>
          );
        })}
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={phases.length >= 20} onClick={() => setPhases([...phases, { key: Math.max(0, ...phases.map((one) => one.key)) + 1, name: '', minutes: 0 }])}>{t('operations.addPhase')}</Button>
      </Fieldset>
      <Said outcome={outcome} />
      <Group justify="end">
        <Button variant="default" onClick={close}>{t('faces.cancel')}</Button>
        <Button type="submit" loading={fetching} disabled={!form.name.trim() || !form.aim.trim() || !form.at}>{t('operations.doPlan')}</Button>
      </Group>
    </form>
  );
}
