import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../../gql';
import { Marked } from '../../../records/marking';
import { holdsOn, lowers, reporters } from '../../../records/roles';
import { useLists } from '../../../records/useLists';
import { Faces } from '../../../ui/Faces';
import { useKeys } from '../../../ui/keys';
import { AskOriginator } from './AskOriginator';
import { Holders } from './Holders';
import { HowMarked } from './HowMarked';
import { Release } from './Release';
import './releases.css';

const CaseSharing = graphql(`
  query CaseSharing($number: String!) {
    point
    me { id agency { id code } ...RoleHolder }
    caseByNumber(number: $number) { id marking { ...Marked originators { id code } } ...CaseMarked ...CaseHolders ...HeldOn }
  }
`);
const Releases = graphql(`
  query CaseReleases($case: ID!) { releaseRequests(first: 50, where: { case: { eq: $case } }) { totalCount nodes { id status originator { id code } ...ReleaseShown } } }
`);

const route = getRouteApi('/cases/$number');

/** Who has a case, by which marking, and what its originator was asked about passing it on. */
export function CaseSharingPage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const { asOf } = route.useSearch();
  const [asking, setAsking] = useState(false);
  const [{ data, error }, ask] = useQuery({ query: CaseSharing, variables: { number } });
  const file = data?.caseByNumber;
  const [releases, askReleases] = useQuery({ query: Releases, variables: { case: file?.id ?? '' }, pause: !file });
  const again = () => {
    ask({ requestPolicy: 'network-only' });
    askReleases({ requestPolicy: 'network-only' });
  };
  useLists(['Case', 'Grant', 'ReleaseRequest'], again, data?.point);

  const me = data?.me;
  const controlled = file ? read(Marked, file.marking).handling.includes('H2') : false;
  const own = file?.marking.originators.some((one) => one && one.code === me?.agency?.code);
  const mayAsk = !asOf && me && file && controlled && !own && holdsOn(me, file, reporters);
  const mayDecide = !asOf && me && file && holdsOn(me, file, lowers);
  useKeys(mayAsk ? [{ keys: 'n', text: t('caseSharing.ask'), run: () => setAsking(true) }] : []);

  return (
    <Faces data={file} error={error}>
      {(found) => (
        <Stack gap="xl">
          {asOf && <Text size="sm">{t('caseSharing.asNow')}</Text>}
          <HowMarked of={found} />
          <section aria-labelledby="releases">
            <Group justify="space-between" mb="xs">
              <Title order={2} size="h4" id="releases">{t('caseSharing.releases')}</Title>
              {mayAsk && <Button className="no-print" leftSection={<IconMessageQuestion size={16} aria-hidden />} onClick={() => setAsking(true)} aria-keyshortcuts="N">{t('caseSharing.ask')}</Button>}
            </Group>
            <Text size="sm" c="dimmed" maw="46rem" mb="sm">{t(controlled ? 'caseSharing.controlled' : 'caseSharing.notControlled')}</Text>
            <Faces data={releases.data?.releaseRequests} error={releases.error}>
              {({ nodes, totalCount }) => totalCount === 0 ? controlled && <Text size="sm">{t('caseSharing.none')}</Text> : (
                <ul className="releases">
                  {(nodes ?? []).toSorted((a, b) => Number(b.status === 'ASKED') - Number(a.status === 'ASKED')).map((one) => <Release key={one.id} of={one} me={me?.id} decides={Boolean(mayDecide) && one.originator?.code === me?.agency?.code} again={again} />)}
                </ul>
              )}
            </Faces>
          </section>
          <Holders of={found} />
          {asking && <AskOriginator of={found.id} but={[...found.marking.originators, me?.agency].flatMap((one) => one?.code ?? [])} close={(done) => { setAsking(false); if (done) again(); }} />}
        </Stack>
      )}
    </Faces>
  );
}
