import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { areWhole, type CaveatsDraft, caveatsInput, noCaveats } from '../../records/caveats';
import { CaveatFields } from '../../records/CaveatFields';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import { useDraft } from '../../records/useDraft';
import { useSentence } from '../../records/useSentence';
import { ownZone } from '../../ui/settings';
import { localIn } from '../../ui/zones';

const Cases = graphql(`
  query QuickCases { me { id } cases(first: 50, where: { stage: { neq: CLOSED } }, order: [{ lastActivityAt: DESC }]) { nodes { id number title } } }
`);
const Record = graphql(`mutation QuickEntry($input: RecordTimelineEntryInput!) { recordTimelineEntry(input: $input) { entry { id } errors { ...Trouble } } }`);
const Create = graphql(`mutation QuickTask($input: CreateTaskInput!) { createTask(input: $input) { task { id } errors { ...Trouble } } }`);

const kinds = ['entry', 'task', 'exhibit'] as const;
type Kind = (typeof kinds)[number];
type Draft = { file: string | null; kind: Kind; text: string; at: string; caveats?: CaveatsDraft };

/** Writes something down from wherever one is: which case, what, and done. What is typed stays until it is recorded. */
export function QuickEntry({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const phone = useMediaQuery('(max-width: 36em)');
  const zone = ownZone();
  const [draft, setDraft] = useDraft<Draft>('quick', { file: null, kind: 'entry', text: '', at: '' });
  const [{ data }] = useQuery({ query: Cases });
  const [now, setNow] = useState<{ text: string; at: string }>();
  const entry = useAct(Record);
  const task = useAct(Create);
  const files = data?.cases?.nodes ?? [];
  const file = files.find((one) => one.id === draft.file);
  const ready = file !== undefined && draft.text.trim() !== '' && (draft.kind === 'task' ? draft.at !== '' : areWhole(draft.caveats));
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  async function record(event?: FormEvent) {
    event?.preventDefault();
    if (!ready || !data?.me) return;
    // Said again after a lost answer it is the same entry, of the same moment.
    const at = now?.text === draft.text ? now.at : localIn(zone, Date.now());
    setNow({ text: draft.text, at });
    const done = draft.kind === 'entry'
      ? await entry.act({ case: file.id, text: draft.text, occurred: { zone, at: draft.at || at }, caveats: caveatsInput(draft.caveats) })
      : await task.act({ case: file.id, title: draft.text, assignee: data.me.id, due: { zone, at: draft.at } });
    if (!done) return;
    notifications.show({ message: t(draft.kind === 'entry' ? 'quick.entryDone' : 'quick.taskDone', { number: file.number }) });
    setDraft({ ...draft, text: '', at: '', caveats: noCaveats });
    close();
  }

  const fault = (field: string) => (entry.outcome?.field === field ? sentence(entry.outcome) : undefined);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void record();
  };

  return (
    <Modal opened onClose={close} title={t('quick.title')} size="lg" fullScreen={phone ?? false} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={(event) => void record(event)}>
        <Stack gap="sm">
          <Select
            label={t('quick.case')} searchable withScrollArea={false} classNames={{ options: 'options' }} required value={draft.file} onChange={(chosen) => put({ file: chosen })} data-autofocus={draft.file === null || undefined}
            data={files.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))} nothingFoundMessage={t('quick.noCase')}
          />
          <SegmentedControl
            aria-label={t('quick.kind')} value={draft.kind} onChange={(kind) => put({ kind: kind as Kind })} data={kinds.map((kind) => ({ value: kind, label: t(`quick.${kind}`) }))}
          />
          {draft.kind === 'exhibit' ? (
            <>
              <Text size="sm">{t('quick.exhibitHint')}</Text>
              {file && <Button component={Link} to="/cases/$number/evidence/new" params={{ number: file.number } as never} className="start">{t('quick.toIntake')}</Button>}
            </>
          ) : (
            <>
              <Textarea
                label={t(`quick.textOf.${draft.kind}`)} description={t('quick.hint')} required autosize minRows={3} data-autofocus={draft.file !== null || undefined} value={draft.text}
                onChange={(event) => put({ text: event.currentTarget.value })} onKeyDown={keys}
              />
              <TextInput
                type="datetime-local" label={t(draft.kind === 'task' ? 'quick.due' : 'quick.at', { zone })} description={draft.kind === 'entry' ? t('quick.now') : undefined} required={draft.kind === 'task'}
                value={draft.at} onChange={(event) => put({ at: event.currentTarget.value })}
              />
              {draft.kind === 'entry' && <CaveatFields value={draft.caveats} put={(caveats) => put({ caveats })} fault={fault} />}
              <Said outcome={draft.kind === 'entry' ? entry.outcome : task.outcome} />
              <Group justify="end">
                <Button variant="default" onClick={close}>{t('quick.later')}</Button>
                <Button type="submit" loading={entry.fetching || task.fetching} disabled={!ready}>{t('quick.record')}</Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
    </Modal>
  );
}
