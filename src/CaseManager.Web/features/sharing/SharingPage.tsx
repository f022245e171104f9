import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { ActForm } from '../../records/ActForm';
import { useAct } from '../../records/useAct';
import { useLists } from '../../records/useLists';
import { Empty, Faces } from '../../ui/Faces';
import '../../ui/grid.css';
import { useKeys } from '../../ui/keys';
import { LinkTo } from '../../ui/LinkTo';
import { useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';
import { OpenRequests } from './releases/OpenRequests';

const Compartments = graphql(`
  query Compartments {
    point
    compartments(first: 40, order: [{ name: ASC }]) { totalCount nodes { id name establishedAt agency { id code name } insiders(first: 1) { totalCount } } }
  }
`);
const Establish = graphql(`mutation EstablishCompartment($input: EstablishCompartmentInput!) { establishCompartment(input: $input) { compartment { id } errors { ...Trouble } } }`);

/** What one shares with whom: what waits for an originator, the compartments one is inside, and the ways to the rest. */
export function SharingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [establishing, setEstablishing] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: Compartments });
  const establish = useAct(Establish);
  const own = useMemo(() => data?.compartments?.nodes ?? [], [data]);
  useLists(['Compartment', 'Grant'], () => ask({ requestPolicy: 'network-only' }), data?.point);
  useMarking(own.length > 0 ? 'AMBER' : null, useMemo(() => own.map(({ name }) => ({ kind: 'sealed' as const, word: name })), [own]));
  const begin = () => { establish.forget(); setEstablishing(true); };
  useKeys([{ keys: 'n', text: t('compartments.establish'), run: begin }]);

  return (
    <Stack gap="xl">
      <Group justify="space-between">
        <Title order={1} size="h2">{t('compartments.title')}</Title>
        <Button className="no-print" leftSection={<IconPlus size={16} aria-hidden />} onClick={begin} aria-keyshortcuts="N">{t('compartments.establish')}</Button>
      </Group>
      <OpenRequests />
      <section aria-labelledby="own">
        <Title order={2} size="h4" id="own" mb="xs">{t('compartments.own')}</Title>
        <Text size="sm" c="dimmed" maw="46rem" mb="sm">{t('compartments.what')}</Text>
        <Faces data={data?.compartments} error={error}>
          {({ totalCount }) => totalCount === 0 ? <Empty>{t('compartments.none')}</Empty> : (
            <div className="table-scroll">
              <table className="grid">
                <thead><tr>{(['name', 'insiders', 'agency', 'since'] as const).map((head) => <th key={head} scope="col">{t(`compartments.${head}`)}</th>)}</tr></thead>
                <tbody>
                  {own.map(({ id, name, establishedAt, agency, insiders }) => (
                    <tr key={id}>
                      <th scope="row"><IconLock size={14} aria-hidden /> <LinkTo to="/compartments/$id" params={{ id }} fw={600}>{name}</LinkTo></th>
                      <td className="nowrap">{t('compartments.count', { count: insiders?.totalCount ?? 0 })}</td>
                      <td data-head={t('compartments.agency')}>{agency?.code} <span className="quiet">{agency?.name}</span></td>
                      <td className="nowrap" data-head={t('compartments.since')}><When at={establishedAt} /></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Faces>
      </section>
      <section aria-labelledby="further" className="no-print">
        <Title order={2} size="h4" id="further" mb="xs">{t('compartments.further')}</Title>
        <Stack gap={4} align="start">
          <LinkTo to="/interests" size="sm">{t('nav.interests')}</LinkTo>
          <LinkTo to="/exposure" search={{}} size="sm">{t('nav.exposure')}</LinkTo>
          <LinkTo to="/emergencies" size="sm">{t('compartments.emergencies')}</LinkTo>
        </Stack>
      </section>
      {establishing && (
        <ActForm
          title={t('compartments.establish')} does={t('compartments.establish')} {...establish} close={() => setEstablishing(false)}
          fields={[{ name: 'name', label: t('compartments.name'), hint: t('compartments.nameHint') }]}
          act={async ({ name }) => {
            const done = await establish.act({ name: name! });
            if (typeof done === 'object' && done.compartment) void navigate({ to: '/compartments/$id', params: { id: done.compartment.id } });
            return done;
          }}
        />
      )}
    </Stack>
  );
}
