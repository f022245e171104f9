import { Group, Kbd, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconCommand, IconLanguage, IconLogout, IconMoon, IconMoonStars, IconSearch, IconSun, IconUserShare } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Hit, tlpOf, type Kind } from '../features/search/Hit';
import { graphql, read } from '../gql';
import { nameOf, placeOf, RecordNamed } from '../records/place';
import { type Key, keysNow } from '../ui/keys';
import { strictest, useMarking } from '../ui/Marking';
import { useScheme } from '../ui/scheme';
import { become, session, useChoices } from './session';
import { speak } from './texts';

const Found = graphql(`query CommandFound($text: String!) { search(text: $text, first: 6) { nodes { ...Hit } } }`);

type Page = { to: string; text: string; icon: ReactNode; keys: string };
type Command = { id: string; text: string; icon: ReactNode; keys?: string; note?: string; run: () => void };

/** Ctrl K: to any page or record, and everything one can do from here. */
export function CommandMenu({ pages }: { pages: readonly Page[] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [, paint] = useScheme();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [text] = useDebouncedValue(words.trim(), 150);
  const [{ data }] = useQuery({ query: Found, variables: { text }, pause: !open || text.length < 2 });
  const { officers } = useChoices(open);
  const [here, setHere] = useState<Key[]>([]);
  const other = i18n.language === 'fr' ? 'en' : 'fr';
  const icon = 18;

  const places = pages.map((page): Command => ({ id: page.to, text: page.text, icon: page.icon, keys: page.keys, run: () => void navigate({ to: page.to as never }) }));
  // What the page itself does by keys; the pages have a list of their own.
  const acts = here.filter((key, at) => here.findLastIndex((other) => other.keys === key.keys) === at && !pages.some((page) => page.keys === key.keys) && !/^(Escape|j|k)$/.test(key.keys))
    .map((key): Command => ({ id: `key ${key.keys}${key.text}`, text: key.text, icon: <IconCommand size={icon} aria-hidden />, keys: key.keys, run: () => key.run() }));
  const always: Command[] = [
    { id: 'language', text: t('shell.otherLanguage'), icon: <IconLanguage size={icon} aria-hidden />, run: () => void speak(other) },
    { id: 'light', text: t('shell.scheme.light'), icon: <IconSun size={icon} aria-hidden />, run: () => paint('light') },
    { id: 'dark', text: t('shell.scheme.dark'), icon: <IconMoon size={icon} aria-hidden />, run: () => paint('dark') },
    { id: 'night', text: t('shell.scheme.night'), icon: <IconMoonStars size={icon} aria-hidden />, run: () => paint('night') },
    { id: 'out', text: t('shell.signOut'), icon: <IconLogout size={icon} aria-hidden />, run: session.signOut },
  ];
  const people = officers.map((officer): Command => ({
    id: officer.subject, text: t('shell.become', { name: officer.name }), note: officer.agency, icon: <IconUserShare size={icon} aria-hidden />, run: () => void become(officer),
  }));
  const hits = open && text === words.trim() && text.length >= 2 ? (data?.search?.nodes ?? []).map((hit) => read(Hit, hit)) : [];
  useMarking(strictest(hits.flatMap((hit) => tlpOf(hit) ?? [])));
  const found = hits.flatMap((hit): Command[] => {
    if (!hit.record) return [];
    const record = read(RecordNamed, hit.record);
    const place = placeOf(record) ?? { to: '/search' as const, search: { person: record.id } };
    return [{ id: record.id, text: nameOf(t, record), note: t(`search.kind.${record.__typename as Kind}`), icon: <IconSearch size={icon} aria-hidden />, run: () => void navigate(place) }];
  });
  const all: Command = {
    id: 'search', text: words.trim() ? t('shell.searchFor', { words: words.trim() }) : t('search.title'), icon: <IconSearch size={icon} aria-hidden />, keys: '/',
    run: () => void navigate({ to: '/search', search: { q: words.trim() || undefined } }),
  };
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const fits = (command: Command) => plain(`${command.text} ${command.note ?? ''}`).includes(plain(words.trim()));
  const groups = [
    { label: t('shell.pages'), commands: places.filter(fits) },
    { label: t('shell.here'), commands: acts.filter(fits) },
    { label: t('shell.found'), commands: found },
    { label: t('shell.acts'), commands: always.filter(fits) },
    { label: t('shell.people'), commands: words.trim() === '' ? [] : people.filter(fits) },
  ].filter((group) => group.commands.length > 0);

  return (
    <Spotlight.Root
      transitionProps={{ duration: 0 }} // who types at once loses no letter
      query={words} onQueryChange={setWords} shortcut={null} clearQueryOnClose scrollable maxHeight="60vh" title={t('shell.goTo')} classNames={{ header: 'sr' }}
      onSpotlightOpen={() => { setHere(keysNow()); setOpen(true); }} onSpotlightClose={() => setOpen(false)}
    >
      <Spotlight.Search autoFocus placeholder={t('shell.goTo')} aria-label={t('shell.goTo')} leftSection={<IconSearch size={20} aria-hidden />} />
      <Spotlight.ActionsList>
        <Item command={all} />
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.commands.map((command) => <Item key={command.id} command={command} />)}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Item({ command }: { command: Command }) {
  return (
    <Spotlight.Action onClick={() => { spotlight.close(); command.run(); }}>
      <Group gap="sm" wrap="nowrap" w="100%" miw={0}>
        {command.icon}
        <Text size="sm" truncate flex="1 1 0" miw={0}>{command.text}</Text>
        {command.note && <Text size="xs" c="dimmed">{command.note}</Text>}
        {command.keys && <Group gap={4} wrap="nowrap" className="wide">{command.keys.split(' ').map((key, at) => <Kbd key={at} size="xs">{key === ' ' || key === '' ? '␣' : key.length === 1 ? key.toUpperCase() : key}</Kbd>)}</Group>}
      </Group>
    </Spotlight.Action>
  );
}
