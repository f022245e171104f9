import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../gql';
import { EmergencyBand } from '../../records/EmergencyBand';
import { useMarked } from '../../records/marking';
import { Faces, NotFound } from '../../ui/Faces';
import { useLive } from '../../ui/live';
import { ownZone } from '../../ui/settings';
import { clock } from '../../ui/When';
import { localIn, momentIn } from '../../ui/zones';
import { ExhibitActs } from './acts/ExhibitActs';
import { CustodyChain } from './CustodyChain';
import './evidence.css';
import './exhibit.css';
import { ExhibitFacts } from './ExhibitFacts';
import { ExhibitHead } from './ExhibitHead';
import { ExhibitHistory } from './ExhibitHistory';
import { ExhibitLinks } from './ExhibitLinks';
import { ExhibitShown } from './ExhibitShown';
import { HolderAt } from './HolderAt';
import { SheetFoot } from './SheetFoot';

const Exhibit = graphql(`query Exhibit($id: ID!) { point me { id name ...RoleHolder } exhibit(id: $id) { id version case { id ...OpenedByMe } ...ExhibitShown } }`);
const Then = graphql(`query ExhibitThen($id: ID!, $asOf: DateTime!) { exhibit(id: $id, asOf: $asOf) { ...ExhibitShown } }`);
const Changed = graphql(`subscription CustodyChanged($exhibit: ID!, $since: String) { custodyChanged(exhibit: $exhibit, since: $since) { id version } }`);

const route = getRouteApi('/exhibits/$id');

/** An exhibit and its custody, as it is or as it was recorded at a time. */
export function ExhibitPage() {
  const { id } = route.useParams();
  const shown = route.useSearch();
  const { asOf, act } = shown;
  const navigate = route.useNavigate();
  const [{ data, error }, ask] = useQuery({ query: Exhibit, variables: { id } });
  const [then] = useQuery({ query: Then, variables: { id, asOf: asOf ?? '' }, pause: !asOf });
  useLive(Changed, { exhibit: id }, () => ask({ requestPolicy: 'network-only' }), data?.exhibit ? data.point : undefined);
  const search = (next: { asOf?: string; act?: string }) => void navigate({ search: { ...shown, asOf: next.asOf, act: next.act }, replace: true });

  if (asOf) {
    return (
      <Faces data={then.data?.exhibit} error={then.error} empty={then.data && (data?.exhibit ? <NotYet at={asOf} back={() => search({})} /> : <NotFound />)}>
        {(was) => <Whole id={id} me={data?.me?.name} of={was} asOf={asOf} search={search} />}
      </Faces>
    );
  }
  return (
    <Faces data={data?.exhibit} error={error} empty={data && <NotFound />}>
      {(exhibit) => (
        <>
        {exhibit.case && <EmergencyBand of={exhibit.case} ended={() => ask({ requestPolicy: 'network-only' })} />}
        <Whole
          id={id} me={data?.me?.name} of={exhibit} search={search}
          acts={data?.me && <ExhibitActs id={id} version={exhibit.version} of={exhibit} me={data.me} act={act} asked={(next) => search({ act: next })} />}
        />
        </>
      )}
    </Faces>
  );
}

function NotYet({ at, back }: { at: string; back: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack align="center" p="xl">
      <Text>{t('exhibit.notOnRecord', { at: clock(i18n.language, at, undefined, true) })}</Text>
      <Button variant="default" onClick={back}>{t('exhibit.toNow')}</Button>
    </Stack>
  );
}

function Whole({ id, me, of, asOf, acts, search }: {
  id: string; me?: string; of: FragmentType<typeof ExhibitShown>; asOf?: string; acts?: React.ReactNode; search: (next: { asOf?: string }) => void;
}) {
  const { t, i18n } = useTranslation();
  const exhibit = read(ExhibitShown, of);
  useMarked(useMemo(() => [exhibit.marking], [exhibit.marking]));
  return (
    <Stack className="exhibit">
      <Group justify="space-between" align="start">
        <ExhibitHead exhibit={exhibit} />
        <Button variant="default" className="no-print" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>{t('exhibit.print')}</Button>
      </Group>
      {asOf && (
        <Alert color="yellow" role="status" title={t('exhibit.asRecorded', { at: clock(i18n.language, asOf, undefined, true) })}>
          <Button size="compact-sm" variant="default" onClick={() => search({})}>{t('exhibit.toNow')}</Button>
        </Alert>
      )}
      {acts}
      <div className="exhibit-parts">
        <CustodyChain exhibit={exhibit} />
        <Stack gap="lg">
          <ExhibitFacts exhibit={exhibit} />
          <HolderAt id={id} />
          <TextInput
            type="datetime-local" label={t('exhibit.asOf', { zone: ownZone() })} value={asOf ? localIn(ownZone(), asOf).slice(0, 16) : ''} className="no-print"
            onChange={(event) => search(event.currentTarget.value ? { asOf: momentIn(ownZone(), event.currentTarget.value).toISOString() } : {})}
          />
          <ExhibitLinks links={exhibit.links} />
        </Stack>
      </div>
      <ExhibitHistory history={asOf ? exhibit.history.filter((change) => change.recordedAt <= asOf) : exhibit.history} />
      <SheetFoot by={me} asOf={asOf} />
    </Stack>
  );
}
