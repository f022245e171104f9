import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { ActForm } from '../../records/ActForm';
import { useBearer } from '../../records/bearer';
import { useAct } from '../../records/useAct';
import { Empty, Faces } from '../../ui/Faces';
import { zones } from '../../ui/zones';

const Listed = graphql(`
  query AdminAgencies($after: String) {
    agencies(first: 50, after: $after, order: [{ code: ASC }]) { totalCount pageInfo { hasNextPage endCursor } nodes { id code name country zone } }
  }
`);
const Register = graphql(`mutation RegisterAgency($input: RegisterAgencyInput!) { registerAgency(input: $input) { agency { id } version errors { ...Trouble } } }`);

/** The bodies that take part. A registrar enters the own one, once. */
export function Agencies() {
  const { t, i18n } = useTranslation();
  const bearer = useBearer();
  const [after, setAfter] = useState<string>();
  const [entering, setEntering] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: Listed, variables: { after } });
  const register = useAct(Register);
  const nodes = data?.agencies?.nodes ?? [];
  const lands = new Intl.DisplayNames([i18n.language], { type: 'region', fallback: 'code' });
  return (
    <>
      {bearer.registrar && data && !nodes.some((one) => one.code === bearer.agency) && (
        <Group><Button onClick={() => setEntering(true)}>{t('admin.enter', { code: bearer.agency })}</Button></Group>
      )}
      <Faces data={data?.agencies} error={error}>
        {(agencies) => agencies.totalCount === 0 ? <Empty>{t('admin.noAgency')}</Empty> : (
          <>
            <Text size="sm" c="dimmed" role="status">{t('admin.bodies', { count: agencies.totalCount })}</Text>
            <Table.ScrollContainer minWidth={320}>
              <Table>
                <Table.Thead><Table.Tr>{(['code', 'name', 'country', 'zone'] as const).map((head) => <Table.Th key={head} scope="col">{t(`admin.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
                <Table.Tbody>
                  {nodes.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td fw={600}>{one.code}</Table.Td><Table.Td>{one.name}</Table.Td>
                      <Table.Td>{one.country ? `${lands.of(one.country.slice(0, 2)) ?? ''}${one.country.length > 2 ? ` (${one.country})` : ''}` : t('admin.international')}</Table.Td>
                      <Table.Td>{one.zone}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {agencies.pageInfo.hasNextPage && <Button variant="default" className="start" onClick={() => setAfter(agencies.pageInfo.endCursor!)}>{t('faces.more')}</Button>}
          </>
        )}
      </Faces>
      {entering && (
        <ActForm
          title={t('admin.enter', { code: bearer.agency })} does={t('admin.enterIt')} {...register}
          close={(done) => { setEntering(false); if (done) ask({ requestPolicy: 'network-only' }); }}
          fields={[
            { name: 'name', label: t('admin.head.name') },
            { name: 'country', label: t('admin.head.country'), hint: t('admin.countryHint'), optional: true },
            { name: 'zone', label: t('admin.head.zone'), kind: 'choice', choices: zones().map((zone) => ({ value: zone, label: zone })) },
          ]}
          act={({ name, country, zone }) => register.act({ name: name!, country, zone: zone! })}
        />
      )}
    </>
  );
}
