import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { ago, useMinutes } from '../../ui/Ago';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, useMarking } from '../../ui/Marking';
import { clock } from '../../ui/When';

const Who = graphql(`query AroundWhom { me { id } }`);

const Around = graphql(`
  query AroundMe($me: ID!) {
    operations(first: 4, where: { status: { nin: [ABORTED, NO_GO] } }, order: [{ hHour: DESC }]) { nodes { id name hHour status } }
    held: exhibits(first: 4, where: { holder: { eq: $me } }, order: [{ heldSince: DESC }]) { totalCount nodes { id number description status tlp } }
    blocked: tasks(first: 5, mine: true, where: { and: [{ blocked: { eq: true } }, { status: { in: [OPEN, STARTED] } }] }) { nodes { id title dependsOn { id title } } }
    cases(first: 12, order: [{ lastActivityAt: DESC }]) { nodes { id number title tlp changedSinceMyLastVisit(first: 0) { totalCount } } }
  }
`);

/** What is not asked of one, and yet good to know in the morning. */
export function AroundMe({ changes }: { changes: number }) {
  const { t, i18n } = useTranslation();
  const now = useMinutes();
  const [{ data: who }] = useQuery({ query: Who });
  const me = who?.me?.id;
  const [{ data }, ask] = useQuery({ query: Around, variables: { me: me ?? '' }, pause: !me, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    if (changes > 1 && me) ask({ requestPolicy: 'network-only' });
  }, [changes, me, ask]);
  const operations = (data?.operations?.nodes ?? []).toReversed();
  const held = data?.held?.nodes ?? [];
  const all = data?.held?.totalCount ?? 0;
  const blocked = data?.blocked?.nodes ?? [];
  const changed = (data?.cases?.nodes ?? []).filter((file) => (file.changedSinceMyLastVisit?.totalCount ?? 0) > 0);
  useMarking(strictest([...changed, ...held].map((one) => one.tlp)));

  return (
    <Stack gap="lg" className="around">
      {operations.length > 0 && (
        <Card id="h-hours" title={t('around.hHours')}>
          {operations.map((operation) => (
            <li key={operation.id}>
              <LinkTo to="/operations/$id" params={{ id: operation.id }} fw={600}>{operation.name}</LinkTo>{' '}
              <span className="quiet">{t(`operationStatus.${operation.status}`)}</span>
              <div className="quiet">{t('around.hHour', { at: clock(i18n.language, operation.hHour, 'UTC'), ago: ago(i18n.language, operation.hHour, now) })}</div>
            </li>
          ))}
        </Card>
      )}
      {held.length > 0 && (
        <Card id="held" title={t('around.held')} more={all > held.length && <LinkTo to="/exhibits" search={{ who: 'held' }} size="sm">{t('around.allHeld', { count: all })}</LinkTo>}>
          {held.map((exhibit) => (
            <li key={exhibit.id}>
              <LinkTo to="/exhibits/$id" params={{ id: exhibit.id }}>{exhibit.number}</LinkTo> {exhibit.status === 'IN_TRANSIT' && <span className="quiet">{t('exhibitStatus.IN_TRANSIT')}</span>}
              <Text size="sm" c="dimmed" truncate>{exhibit.description}</Text>
            </li>
          ))}
        </Card>
      )}
      {blocked.length > 0 && (
        <Card id="blocked" title={t('around.blocked')}>
          {blocked.map((task) => <li key={task.id}>{task.title}<div className="quiet">{task.dependsOn && t('around.after', { title: task.dependsOn.title })}</div></li>)}
        </Card>
      )}
      {changed.length > 0 && (
        <Card id="changed" title={t('around.changed')}>
          {changed.map((file) => (
            <li key={file.id}>
              <LinkTo to="/cases/$number/timeline" params={{ number: file.number }}>{file.number} {file.title}</LinkTo>
              <div className="quiet">{t('around.entries', { count: file.changedSinceMyLastVisit?.totalCount ?? 0 })}</div>
            </li>
          ))}
        </Card>
      )}
    </Stack>
  );
}

function Card({ id, title, more, children }: { id: string; title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="card">
      <Title order={2} size="h5" id={id}>{title}</Title>
      <ul>{children}</ul>
      {more}
    </section>
  );
}
