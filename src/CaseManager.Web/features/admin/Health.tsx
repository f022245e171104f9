import { Alert, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Faces';
import { When } from '../../ui/When';

type Report = { ok: boolean; checks: { name: string; ok: boolean; detail?: string }[] };

const every = 5_000; // ms

/** Whether the server can do its work, asked again every five seconds. */
export function Health() {
  const { t, i18n } = useTranslation();
  const [told, setTold] = useState<{ report?: Report; at: string }>();
  useEffect(() => {
    let gone = false;
    const ask = () => fetch('/health/ready').then((answer) => answer.json() as Promise<Report>).then((report) => report, () => undefined)
      .then((report) => { if (!gone) setTold({ report, at: new Date().toISOString() }); });
    void ask();
    const timer = setInterval(() => void ask(), every);
    return () => { gone = true; clearInterval(timer); };
  }, []);
  if (!told) return <Loading />;
  const nameOf = (name: string) => (i18n.exists(`admin.check.${name}`) ? t(`admin.check.${name}` as never) : name);
  return (
    <>
      <Text size="sm" c="dimmed">{t('admin.askedAt')} <When at={told.at} seconds /></Text>
      {!told.report ? <Alert color="red" role="alert" title={t('faces.noAnswer')} /> : (
        <Table.ScrollContainer minWidth={320}>
          <Table>
            <Table.Thead><Table.Tr>{(['check', 'verdict', 'detail'] as const).map((head) => <Table.Th key={head} scope="col">{t(`admin.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {told.report.checks.map(({ name, ok, detail }) => (
                <Table.Tr key={name}>
                  <Table.Td fw={600}>{nameOf(name)}</Table.Td>
                  <Table.Td><span className="state" data-state={ok ? 'READY' : 'NOT_READY'}><span aria-hidden>{ok ? '✔' : '✖'}</span> {t(ok ? 'admin.well' : 'admin.unwell')}</span></Table.Td>
                  <Table.Td>{detail}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
