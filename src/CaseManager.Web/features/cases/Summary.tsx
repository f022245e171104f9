import { ActionIcon, Button, Group, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';

const Amend = graphql(`mutation AmendCaseSummary($input: AmendCaseSummaryInput!) { amendCaseSummary(input: $input) { version errors { ...Trouble } } }`);

/** What the case is about, to be amended in place. Who amends what has changed meanwhile sees both, and chooses. */
export function Summary({ id, summary, version, closed, again }: { id: string; summary: string; version: number; closed: boolean; again: () => void }) {
  const { t } = useTranslation();
  const [base, setBase] = useState<{ summary: string; version: number }>();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const { act, outcome, fetching, forget } = useAct(Amend);
  const stale = outcome?.stale !== undefined;

  const at = useId();
  const open = () => {
    setBase({ summary, version });
    setText(summary);
    setReason('');
    forget();
  };
  const send = async (on: number) => {
    if (await act({ case: id, summary: text, reason, version: on })) setBase(undefined);
    again();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (base && !stale) void send(base.version);
  };

  return (
    <section className="overview-part" aria-labelledby={at}>
      <div className="part-head">
        <Title order={2} size="h5" id={at}>{t('field.summary')}</Title>
        {!closed && !base && <ActionIcon variant="subtle" color="gray" onClick={open} aria-label={t('overview.amend')}><IconPencil size={16} aria-hidden /></ActionIcon>}
      </div>
      {!base && <Text className="wrap" maw="80ch">{summary}</Text>}
      {base && (
        <form onSubmit={submit} className="small-form">
          <Textarea label={t('field.summary')} autosize minRows={4} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} autoFocus />
          <TextInput label={t('record.reason')} required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Said outcome={outcome} />
          {stale ? (
            <div className="versions-box">
              <p>{t('versions.theirs')}</p>
              <Text className="wrap" size="sm" mb="sm">{summary}</Text>
              <Group gap="xs">
                <Button size="xs" onClick={() => { setBase({ summary, version }); void send(version); }}>{t('versions.writeMine')}</Button>
                <Button size="xs" variant="default" onClick={open}>{t('versions.takeTheirs')}</Button>
              </Group>
            </div>
          ) : (
            <Group gap="xs">
              <Button type="submit" size="xs" loading={fetching} disabled={text.trim() === '' || reason.trim() === '' || text === base.summary}>{t('overview.amend')}</Button>
              <Button size="xs" variant="default" onClick={() => setBase(undefined)}>{t('faces.cancel')}</Button>
            </Group>
          )}
        </form>
      )}
    </section>
  );
}
