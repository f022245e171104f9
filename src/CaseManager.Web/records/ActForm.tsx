import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownZone } from '../ui/settings';
import { momentIn } from '../ui/zones';
import { OfficerSelect } from './OfficerSelect';
import { Said } from './Said';
import type { Outcome } from './trouble';

export type Field = {
  name: string; label: string; hint?: string; kind?: 'text' | 'long' | 'moment' | 'choice' | 'officer'; optional?: boolean; initial?: string;
  choices?: readonly { value: string; label: string }[];
};

/** The values as typed: nothing for what was left empty, moments as the clocks of one's own zone show them. */
export type Filled = Record<string, string | null>;

/** An act with a few fields. What was typed stays when it is refused, and the refusal stands at its field. */
export function ActForm({ title, note, fields, does, act, outcome, fetching, close }: {
  title: string; note?: ReactNode; fields: readonly Field[]; does: string; act: (filled: Filled) => Promise<unknown>; outcome?: Outcome; fetching: boolean; close: (done: boolean) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(fields.map((field) => [field.name, field.initial ?? ''])));
  const missing = fields.some((field) => !field.optional && !typed[field.name]?.trim());

  async function submit(event: FormEvent) {
    event.preventDefault();
    const filled = Object.fromEntries(fields.map(({ name, kind }) => {
      const value = typed[name]?.trim() ?? '';
      return [name, value === '' ? null : kind === 'moment' ? momentIn(ownZone(), value).toISOString() : value];
    }));
    if (await act(filled)) close(true);
  }

  return (
    <Modal opened onClose={() => close(false)} title={title} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="xs">
          {note}
          {fields.map(({ name, label, hint, kind = 'text', optional, choices }, at) => {
            const set = (value: string) => setTyped((before) => ({ ...before, [name]: value }));
            const common = { label, description: hint, required: !optional, error: outcome?.field === name, ...(at === 0 && { 'data-autofocus': true }) };
            switch (kind) {
              case 'choice': return <Select key={name} {...common} searchable data={choices ?? []} value={typed[name] || null} onChange={(value) => set(value ?? '')} />;
              case 'officer': return <OfficerSelect key={name} {...common} value={typed[name] ?? ''} onChange={set} />;
              case 'long': return <Textarea key={name} {...common} autosize minRows={2} value={typed[name]} onChange={(event) => set(event.currentTarget.value)} />;
              default: return <TextInput key={name} {...common} type={kind === 'moment' ? 'datetime-local' : 'text'} value={typed[name]} onChange={(event) => set(event.currentTarget.value)} />;
            }
          })}
          <Said outcome={outcome} />
          <Group justify="end" mt="xs">
            <Button variant="default" onClick={() => close(false)}>{t('faces.cancel')}</Button>
            <Button type="submit" loading={fetching} disabled={missing}>{does}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
