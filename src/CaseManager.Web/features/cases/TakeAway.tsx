import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import type { UnlinkRecordsInput, WithdrawAttachmentReferenceInput } from '../../gql/graphql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';

const Unlink = graphql(`mutation UnlinkEntry($input: UnlinkRecordsInput!) { unlinkRecords(input: $input) { version errors { ...Trouble } } }`);
const Withdraw = graphql(`mutation WithdrawFromEntry($input: WithdrawAttachmentReferenceInput!) { withdrawAttachmentReference(input: $input) { version errors { ...Trouble } } }`);

/** Takes a link away, with the reason why. */
export function TakeLink({ of, done }: { of: Omit<UnlinkRecordsInput, 'reason'>; done: () => void }) {
  const { t } = useTranslation();
  const { act, outcome } = useAct(Unlink);
  return <TakeAway label={t('acts.unlink')} act={(reason) => act({ ...of, reason })} done={done}><Said outcome={outcome} /></TakeAway>;
}

/** Takes back that something was attached, with the reason why. */
export function TakeAttachment({ of, name, done }: { of: Omit<WithdrawAttachmentReferenceInput, 'reason'>; name: string; done: () => void }) {
  const { t } = useTranslation();
  const { act, outcome } = useAct(Withdraw);
  return <TakeAway label={t('acts.detach', { name })} act={(reason) => act({ ...of, reason })} done={done}><Said outcome={outcome} /></TakeAway>;
}

function TakeAway({ label, act, done, children }: { label: string; act: (reason: string) => Promise<unknown>; done: () => void; children: React.ReactNode }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string>();
  const said = reason?.trim() ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said) void act(said).then((ok) => ok && done());
  };
  if (reason === undefined) return <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} title={label} onClick={() => setReason('')}><IconX size={12} aria-hidden /></ActionIcon>;
  return (
    <form onSubmit={submit}>
      <Group gap={6} align="end">
        <TextInput size="xs" label={t('record.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autoFocus />
        <Button type="submit" size="xs" color="red" disabled={said === ''}>{label}</Button>
        <Button size="xs" variant="default" onClick={() => setReason(undefined)}>{t('faces.cancel')}</Button>
      </Group>
      {children}
    </form>
  );
}
