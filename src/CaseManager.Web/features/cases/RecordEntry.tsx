import { Button, Group, Paper, Textarea, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';

const Record = graphql(`
  mutation RecordEntry($input: RecordTimelineEntryInput!) {
    recordTimelineEntry(input: $input) {
      entry { id ...EntryLine }
      errors { ...Trouble }
    }
  }
`);

/** Writes an entry. What is typed is kept on this machine until it is recorded or thrown away. */
export function RecordEntry({ of, done }: { of: string; done: () => void }) {
  const { t } = useTranslation();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [draft, setDraft, forget] = useLocalStorage({ key: `casemanager.draft.${of}`, defaultValue: { text: '', at: '' }, getInitialValueInEffect: false });
  const { act, outcome, fetching } = useAct(Record);

  async function file(event?: FormEvent) {
    event?.preventDefault();
    if (!(await act({ case: of, text: draft.text, occurred: { zone, at: draft.at || localNow() } }))) return;
    forget();
    done();
  }

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') done();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void file();
  };

  return (
    <Paper withBorder p="md" component="form" onSubmit={(event) => void file(event)} onKeyDown={keys} className="no-print">
      <Textarea
        label={t('record.text')} description={t('record.hint')} autosize minRows={2} autoFocus required value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <Group mt="sm" align="end">
        <TextInput
          type="datetime-local" label={t('record.at', { zone })} description={t('record.now')} value={draft.at}
          onChange={(event) => setDraft({ ...draft, at: event.currentTarget.value })}
        />
        <Button type="submit" loading={fetching} disabled={draft.text.trim() === ''}>{t('record.file')}</Button>
        <Button variant="default" onClick={done}>{t('record.later')}</Button>
      </Group>
      <Said outcome={outcome} />
    </Paper>
  );
}

function localNow() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
