import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import { Faces } from '../../ui/Faces';
import { useKeys } from '../../ui/keys';
import { atOnce, useLive } from '../../ui/live';
import { strictest, useMarking } from '../../ui/Marking';
import { day } from '../../ui/When';
import { AroundMe } from './AroundMe';
import './inbox.css';
import { tlpsOf, WaitingItem } from './items';
import { Waiting } from './Waiting';

const MyDay = graphql(`query MyDay { inbox(first: 30) { totalCount nodes { ...WaitingItem } } }`);
const Changed = graphql(`subscription InboxChanged { inboxChanged { waiting overdue } }`);

const QuickEntry = lazy(() => import('./QuickEntry').then((module) => ({ default: module.QuickEntry })));

/** What waits for one, what is overdue first; and what happens around one. */
export function MyDayPage() {
  const { t, i18n } = useTranslation();
  const [writing, setWriting] = useState(false);
  const [changes, setChanges] = useState(0);
  const [{ data, error }, ask] = useQuery({ query: MyDay, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  const items = (data?.inbox?.nodes ?? []).map((item) => read(WaitingItem, item));
  useMarking(strictest(items.flatMap(tlpsOf)));
  useLive(Changed, {}, () => { setChanges((times) => times + 1); again(); }, atOnce);
  useKeys([{ keys: 'c', text: t('quick.title'), run: () => setWriting(true) }]);

  return (
    <Stack className="my-day">
      <Group justify="space-between" align="end">
        <div>
          <Title order={1} size="h2">{t('nav.myDay')}</Title>
          <Text c="dimmed" className="first-capital">{day(i18n.language, new Date().toISOString())}</Text>
        </div>
        <Button leftSection={<IconPlus size={16} aria-hidden />} rightSection={<Kbd size="xs">C</Kbd>} onClick={() => setWriting(true)} aria-keyshortcuts="C">{t('quick.title')}</Button>
      </Group>
      <Suspense>{writing && <QuickEntry close={() => setWriting(false)} />}</Suspense>
      <div className="day-parts">
        <Faces data={data?.inbox} error={error}>
          {(inbox) => <Waiting items={items} total={inbox.totalCount} again={again} />}
        </Faces>
        <AroundMe changes={changes} />
      </div>
    </Stack>
  );
}
