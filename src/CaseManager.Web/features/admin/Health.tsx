import { Alert, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces } from '../../ui/Faces';
import { localeOf } from '../../ui/language';
import { When } from '../../ui/When';

const Asked = graphql(`
  query AdminHealth {
    health {
      facts newestFactAt
      checks { name ok problem }
      messages { waiting late failing deadLetters outgoing nextAt }
      views { name rows behind builtAt }
    }
  }
`);

const every = 5_000; // ms

/** Whether the server can do its work: what must hold, whether the views keep up, and what waits to be done. Asked again every five seconds. */
export function Health() {
  const { t, i18n } = useTranslation();
  const [{ data, error, fetching }, ask] = useQuery({ query: Asked, requestPolicy: 'network-only' });
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), every);
    return () => clearInterval(timer);
  }, [ask]);
  useEffect(() => {
    if (!fetching) setAt(new Date().toISOString());
  }, [fetching]);
  const number = new Intl.NumberFormat(localeOf(i18n.language));
  const nameOf = (name: string) => (i18n.exists(`admin.check.${name}`) ? t(`admin.check.${name}` as never) : name);
  const bad = ['late', 'failing', 'deadLetters'] as const;

  return (
    <>
      {error && data && <Alert color="red" role="alert" title={t('faces.noAnswer')} />}
      <Faces data={data?.health} error={error} empty={<Text c="dimmed">{t('admin.notForYou')}</Text>}>
        {(health) => (
          <Stack>
            <Text size="sm" c="dimmed">
              {t('admin.askedAt')} <When at={at} seconds />. {t('admin.facts', { count: health.facts, number: number.format(health.facts) })}{' '}
              {health.newestFactAt && <>{t('admin.newest')} <When at={health.newestFactAt} seconds />.</>}
            </Text>
            <Part title={t('admin.checks')} heads={[t('admin.head.check'), t('admin.head.verdict'), t('admin.head.detail')]}>
              {health.checks.map(({ name, ok, problem }) => (
                <Table.Tr key={name}><Table.Th scope="row">{nameOf(name)}</Table.Th><Table.Td><Verdict ok={ok} /></Table.Td><Table.Td>{problem}</Table.Td></Table.Tr>
              ))}
            </Part>
            <Part title={t('admin.views')} heads={[t('admin.head.view'), t('admin.head.verdict'), t('admin.head.behind'), t('admin.head.rows'), t('admin.head.built')]}>
              {health.views.map(({ name, rows, behind, builtAt }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" ff="monospace">{name}</Table.Th><Table.Td><Verdict ok={behind === 0} /></Table.Td><Table.Td>{number.format(behind)}</Table.Td>
                  <Table.Td>{rows == null ? '—' : number.format(rows)}</Table.Td><Table.Td><When at={builtAt} /></Table.Td>
                </Table.Tr>
              ))}
            </Part>
            <Part title={t('admin.messages')} heads={[t('admin.head.what'), t('admin.head.verdict'), t('chart.count')]}>
              {(['waiting', 'outgoing', 'late', 'failing', 'deadLetters'] as const).map((name) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{t(`admin.message.${name}`)}</Table.Th>
                  <Table.Td><Verdict ok={health.messages[name] === 0 || !bad.some((one) => one === name)} /></Table.Td><Table.Td>{number.format(health.messages[name])}</Table.Td>
                </Table.Tr>
              ))}
            </Part>
            {health.messages.nextAt && <Text size="sm" c="dimmed">{t('admin.next')} <When at={health.messages.nextAt} /></Text>}
          </Stack>
        )}
      </Faces>
    </>
  );
}

function Part({ title, heads, children }: { title: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h5">{title}</Title>
      <Table.ScrollContainer minWidth={320}>
        <Table aria-label={title}>
          <Table.Thead><Table.Tr>{heads.map((head) => <Table.Th key={head} scope="col">{head}</Table.Th>)}</Table.Tr></Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Verdict({ ok }: { ok: boolean }) {
  const { t } = useTranslation();
  return <span className="state" data-state={ok ? 'READY' : 'NOT_READY'}><span aria-hidden>{ok ? '✔' : '✖'}</span> {t(ok ? 'admin.well' : 'admin.unwell')}</span>;
}
