import { Anchor, Button, Group, Select, TextInput } from '@mantine/core';
import { IconPaperclip, IconPencil, IconTag, IconShieldLock, IconX, IconLink } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import type { EntryShownFragment, LinkKind } from '../../gql/graphql';
import { RecordLink } from '../../records/RecordLink';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import { MarkEntry } from './ChangeMarking';
import { RecordSelect } from './RecordSelect';
import { TakeAttachment, TakeLink } from './TakeAway';

const Tag = graphql(`mutation TagEntry($input: TagTimelineEntryInput!) { tagTimelineEntry(input: $input) { version errors { ...Trouble } } }`);
const Untag = graphql(`mutation UntagEntry($input: UntagTimelineEntryInput!) { untagTimelineEntry(input: $input) { version errors { ...Trouble } } }`);
const Attach = graphql(`mutation AttachToEntry($input: ReferenceAttachmentInput!) { referenceAttachment(input: $input) { version errors { ...Trouble } } }`);
const LinkTo = graphql(`mutation LinkEntry($input: LinkRecordsInput!) { linkRecords(input: $input) { version errors { ...Trouble } } }`);

type Links = NonNullable<NonNullable<EntryShownFragment['links']>['nodes']>;
type Adding = 'tag' | 'link' | 'attachment' | 'marking';
const kinds: LinkKind[] = ['RELATED', 'CORROBORATES', 'CONTRADICTS', 'FOLLOWS_FROM', 'DUPLICATES'];

/** Tags, attachments and links of an entry, and the ways to change them. */
export function EntryActs({ entry, links, readOnly, correct, again }: { entry: EntryShownFragment; links: Links; readOnly: boolean; correct: () => void; again: () => void }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<Adding>();
  const untag = useAct(Untag);
  const done = () => { setAdding(undefined); again(); };

  return (
    <>
      {!readOnly && (
        <Group gap={6}>
          <Button size="compact-sm" leftSection={<IconPencil size={14} aria-hidden />} onClick={correct} aria-keyshortcuts="E">{t('record.correct')}</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconTag size={14} aria-hidden />} onClick={() => setAdding('tag')}>{t('acts.tag')}</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconLink size={14} aria-hidden />} onClick={() => setAdding('link')}>{t('acts.link')}</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconPaperclip size={14} aria-hidden />} onClick={() => setAdding('attachment')}>{t('acts.attach')}</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconShieldLock size={14} aria-hidden />} onClick={() => setAdding('marking')}>{t('remark.open')}</Button>
        </Group>
      )}
      {adding === 'tag' && <AddTag entry={entry.id} done={done} cancel={() => setAdding(undefined)} />}
      {adding === 'link' && <AddLink entry={entry} done={done} cancel={() => setAdding(undefined)} />}
      {adding === 'attachment' && <AddAttachment entry={entry.id} done={done} cancel={() => setAdding(undefined)} />}
      {adding === 'marking' && <MarkEntry id={entry.id} version={entry.version} marking={entry.marking} under={entry.case?.marking} close={done} />}
      {entry.tags.length > 0 && (
        <section>
          <h3 className="part">{t('timeline.tags')}</h3>
          <ul className="pieces">
            {entry.tags.map((tag) => (
              <li key={tag} className="piece">
                <span>#{tag}</span>
                {!readOnly && <button type="button" aria-label={t('acts.untag', { tag })} onClick={() => void untag.act({ entry: entry.id, tag }).then((ok) => ok && again())}><IconX size={12} aria-hidden /></button>}
              </li>
            ))}
          </ul>
          <Said outcome={untag.outcome} />
        </section>
      )}
      {entry.attachments.length > 0 && (
        <section>
          <h3 className="part">{t('timeline.attached')}</h3>
          <ul className="rows">
            {entry.attachments.map((one) => (
              <li key={one.reference}>
                {one.reference.startsWith('https:') ? <Anchor href={one.reference} target="_blank" rel="noreferrer noopener">{one.name}</Anchor> : <span>{one.name}</span>}
                <div className="quiet"><code>{one.reference}</code>{one.sha256 && <div><code>{t('acts.hash', { hash: one.sha256.slice(0, 16) })}</code></div>}</div>
                {!readOnly && <TakeAttachment of={{ entry: entry.id, reference: one.reference }} name={one.name} done={again} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {links.length > 0 && (
        <section>
          <h3 className="part">{t('timeline.links')}</h3>
          <ul className="rows">
            {links.map((link) => link.other && (
              <li key={`${link.kind} ${link.other.id}`}>
                <span className="quiet">{t(`${link.direction === 'OUTGOING' ? 'linkKind' : 'linkedKind'}.${link.kind}`)}</span> <RecordLink of={link.other} />
                {link.reason && <div className="quiet">{link.reason}</div>}
                {!readOnly && link.direction === 'OUTGOING' && <TakeLink of={{ from: entry.id, to: link.other.id, kind: link.kind }} done={again} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Small = { done: () => void; cancel: () => void };

function AddTag({ entry, done, cancel }: Small & { entry: string }) {
  const { t } = useTranslation();
  const [tag, setTag] = useState('');
  const { act, outcome, fetching } = useAct(Tag);
  return (
    <SmallForm send={() => act({ entry, tag })} ready={tag.trim() !== ''} busy={fetching} action={t('acts.tag')} done={done} cancel={cancel}>
      <TextInput size="xs" label={t('record.tag')} value={tag} onChange={(event) => setTag(event.currentTarget.value)} autoFocus maxLength={64} />
      <Said outcome={outcome} />
    </SmallForm>
  );
}

function AddLink({ entry, done, cancel }: Small & { entry: EntryShownFragment }) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<LinkKind>('RELATED');
  const [reason, setReason] = useState('');
  const { act, outcome, fetching } = useAct(LinkTo);
  return (
    <SmallForm send={() => act({ from: entry.id, to, kind, reason: reason.trim() || undefined })} ready={to !== ''} busy={fetching} action={t('acts.link')} done={done} cancel={cancel}>
      <Select size="xs" label={t('acts.kind')} value={kind} allowDeselect={false} onChange={(one) => setKind(one as LinkKind)} data={kinds.map((one) => ({ value: one, label: t(`linkKind.${one}`) }))} />
      <RecordSelect label={t('acts.record')} value={to} onChange={setTo} without={entry.id} />
      <TextInput size="xs" label={t('acts.why')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Said outcome={outcome} />
    </SmallForm>
  );
}

function AddAttachment({ entry, done, cancel }: Small & { entry: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [reference, setReference] = useState('');
  const { act, outcome, fetching } = useAct(Attach);
  return (
    <SmallForm send={() => act({ entry, name, reference })} ready={name.trim() !== '' && reference.trim() !== ''} busy={fetching} action={t('acts.attach')} done={done} cancel={cancel}>
      <TextInput size="xs" label={t('acts.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} autoFocus />
      <TextInput size="xs" label={t('acts.reference')} description={t('acts.referenceHint')} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
      <Said outcome={outcome} />
    </SmallForm>
  );
}

function SmallForm({ send, ready, busy, action, done, cancel, children }: Small & { send: () => Promise<unknown>; ready: boolean; busy: boolean; action: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void send().then((ok) => ok && done());
  };
  return (
    <form className="small-form" onSubmit={submit}>
      {children}
      <Group gap={6}>
        <Button size="xs" type="submit" disabled={!ready} loading={busy}>{action}</Button>
        <Button size="xs" variant="default" onClick={cancel}>{t('faces.cancel')}</Button>
      </Group>
    </form>
  );
}
