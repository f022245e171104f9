import { Anchor, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Empty } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';

const topics = ['start', 'keys', 'markings', 'clocks', 'filter', 'search', 'mistakes', 'custody', 'board', 'missing', 'closing', 'refused'] as const;

// A case and an operation to try things on, where the reader may see them.
const Tour = graphql(`query Tour { caseByNumber(number: "NG-2026-014") { id number title } operations(first: 1) { nodes { id name } } }`);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How things are done here and what words mean, found by any word of it. */
export function HelpPage() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [{ data }] = useQuery({ query: Tour });
  const told = topics.map((topic) => ({ topic, title: t(`help.${topic}.title`), body: t(`help.${topic}.body`) }));
  const found = told.filter(({ title, body }) => plain(words).split(/\s+/).every((word) => plain(`${title} ${body}`).includes(word)));
  const number = data?.caseByNumber?.number;
  const operation = data?.operations?.nodes?.[0];
  return (
    <Stack>
      <Title order={1} size="h2">{t('nav.help')}</Title>
      <TextInput label={t('help.find')} leftSection={<IconSearch size={16} aria-hidden />} maw="28rem" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <Text size="sm" c="dimmed" role="status">{t('help.count', { count: found.length })}</Text>
      {number && words === '' && (
        <section aria-labelledby="tour" className="topic">
          <Title order={2} size="h4" id="tour">{t('help.tour')}</Title>
          <List mt="xs">
            <List.Item><LinkTo to="/cases/$number" params={{ number }}>{t('help.tourCase', { title: data?.caseByNumber?.title })}</LinkTo></List.Item>
            <List.Item><LinkTo to="/cases/$number/timeline" params={{ number }}>{t('help.tourTimeline')}</LinkTo></List.Item>
            {operation && <List.Item><LinkTo to="/operations/$id" params={{ id: operation.id }}>{t('help.tourBoard', { name: operation.name })}</LinkTo></List.Item>}
            <List.Item><LinkTo to="/search" search={{ q: 'exhibit' }}>{t('help.tourSearch')}</LinkTo></List.Item>
            <List.Item><LinkTo to="/supervision">{t('help.tourSupervision')}</LinkTo></List.Item>
          </List>
        </section>
      )}
      {found.length === 0 ? <Empty>{t('help.none')}</Empty> : (
        <>
          <Group component="nav" aria-label={t('help.topics')} gap="md">{found.map(({ topic, title }) => <Anchor key={topic} size="sm" href={`#${topic}`}>{title}</Anchor>)}</Group>
          {found.map(({ topic, title, body }) => (
            <section key={topic} id={topic} className="topic" aria-labelledby={`${topic}-title`}>
              <Title order={2} size="h4" id={`${topic}-title`} mb="xs">{title}</Title>
              {body.split('\n').map((line, at) => <p key={at}>{line}</p>)}
            </section>
          ))}
        </>
      )}
    </Stack>
  );
}
