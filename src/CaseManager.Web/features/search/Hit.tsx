import { Group, Text } from '@mantine/core';
import { IconBriefcase, IconBroadcast, IconCheckbox, IconMapPin, IconPackage, IconPencil, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../gql';
import type { HitFragment } from '../../gql/graphql';
import { nameOf, placeOf, RecordNamed } from '../../records/place';
import { LinkTo } from '../../ui/LinkTo';
import { TlpBadge, type Tlp } from '../../ui/Marking';
import { When } from '../../ui/When';

export const Hit = graphql(`
  fragment Hit on SearchHit {
    changedAt
    excerpt { text matches }
    record {
      __typename id ...RecordNamed
      ... on Case { tlp }
      ... on TimelineEntry { tlp inCase: case { id number title } }
      ... on Exhibit { tlp inCase: case { id number title } }
      ... on Task { inCase: case { id number title tlp } }
      ... on Officer { agency { id code } }
    }
  }
`);

export const kinds = ['Case', 'TimelineEntry', 'Exhibit', 'Task', 'Operation', 'Site', 'Officer'] as const;
export type Kind = (typeof kinds)[number];

const icons = {
  Case: IconBriefcase, TimelineEntry: IconPencil, Exhibit: IconPackage, Task: IconCheckbox, Operation: IconBroadcast, Site: IconMapPin, Officer: IconUser,
};

/** The marking under which a hit stands: its own, its case's, or that of all operations. */
export function tlpOf(hit: HitFragment): Tlp | null {
  const record = hit.record;
  switch (record?.__typename) {
    case 'Case': case 'TimelineEntry': case 'Exhibit': return record.tlp;
    case 'Task': return record.inCase?.tlp ?? null;
    case 'Operation': case 'Site': return 'AMBER';
    default: return null;
  }
}

/** A record that was found: what it is, how it is called, and the passage with what was looked for. */
export function HitRow({ hit: masked }: { hit: FragmentType<typeof Hit> }) {
  const { t } = useTranslation();
  const hit = read(Hit, masked);
  if (!hit.record) return null;
  const record = read(RecordNamed, hit.record);
  const place = placeOf(record) ?? { to: '/search', search: { person: record.id } };
  const Icon = icons[record.__typename as Kind] ?? IconPencil;
  const tlp = hit.record.__typename === 'Case' || hit.record.__typename === 'TimelineEntry' || hit.record.__typename === 'Exhibit' ? hit.record.tlp : null;
  const file = 'inCase' in hit.record ? hit.record.inCase : null;
  const name = nameOf(t, record);
  const said = hit.excerpt.map((piece) => piece.text).join('');
  // Of an entry, or where the passage is the name, the passage itself is what leads there.
  const passage = hit.excerpt.some((piece) => piece.matches);
  const asName = passage && (record.__typename === 'TimelineEntry' || name.includes(said) || said.includes(name));
  return (
    <>
      <Icon size={18} aria-hidden className="kind" />
      <div>
        <Group gap="xs" justify="space-between" wrap="nowrap" align="start">
          <div>
            <Text span size="xs" c="dimmed">{t(`search.kind.${record.__typename as Kind}`)}</Text>{' '}
            <LinkTo {...place} fw={record.__typename === 'TimelineEntry' ? 400 : 600}>{asName ? <Pieces of={hit.excerpt} /> : name}</LinkTo>{' '}
            {tlp && <TlpBadge tlp={tlp} />}
          </div>
          <Text size="xs" c="dimmed" className="nowrap wide"><When at={hit.changedAt} /></Text>
        </Group>
        {passage && !asName && <Text size="sm" className="wrap"><Pieces of={hit.excerpt} /></Text>}
        {file && <Text size="xs"><LinkTo to="/cases/$number" params={{ number: file.number }} className="target">{file.number} {file.title}</LinkTo></Text>}
      </div>
    </>
  );
}

export function Pieces({ of }: { of: HitFragment['excerpt'] }) {
  return <>{of.map((piece, at) => (piece.matches ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>))}</>;
}
