import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { ActForm } from '../../../records/ActForm';
import { useAct } from '../../../records/useAct';
import { useLists } from '../../../records/useLists';
import { Empty, Faces } from '../../../ui/Faces';
import '../../../ui/grid.css';
import { useKeys } from '../../../ui/keys';
import { useMarking } from '../../../ui/Marking';
import { ownZone } from '../../../ui/settings';
import { cityOf, localIn } from '../../../ui/zones';
import { Match } from './Match';
import { Own } from './Own';

const Interests = graphql(`query Interests { interests(first: 20) { totalCount nodes { id ...OwnInterest } } }`);
const Matches = graphql(`query InterestMatches { point interestMatches(first: 15) { totalCount nodes { id ...MatchedInterest } } }`);
const Declare = graphql(`mutation DeclareInterest($input: DeclareInterestInput!) { declareInterest(input: $input) { interest { id } errors { ...Trouble } } }`);

const days = 30 * 86_400_000;

/** What one looks out for, and what others look out for that one may have. */
export function InterestsPage() {
  const { t } = useTranslation();
  const [declaring, setDeclaring] = useState<string>();
  const [own, askOwn] = useQuery({ query: Interests });
  const [matches, askMatches] = useQuery({ query: Matches });
  const declare = useAct(Declare);
  const again = () => {
    askOwn({ requestPolicy: 'network-only' });
    askMatches({ requestPolicy: 'network-only' });
  };
  useLists(['Interest', 'InterestContact', 'InterestMatch'], again, matches.data?.point);
  const some = (own.data?.interests?.totalCount ?? 0) + (matches.data?.interestMatches?.totalCount ?? 0) > 0;
  useMarking(some ? 'RED' : null);
  const begin = () => { declare.forget(); setDeclaring(localIn(ownZone(), Date.now() + days).slice(0, 16)); };
  useKeys([{ keys: 'n', text: t('interests.declare'), run: begin }]);

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">{t('interests.title')}</Title>
        <Button className="no-print" leftSection={<IconEye size={16} aria-hidden />} onClick={begin} aria-keyshortcuts="N">{t('interests.declare')}</Button>
      </Group>
      <Text size="sm" c="dimmed" maw="46rem">{t('interests.what')}</Text>
      <section aria-labelledby="own">
        <Title order={2} size="h4" id="own" mb="xs">{t('interests.own')}</Title>
        <Faces data={own.data?.interests} error={own.error}>
          {({ totalCount, nodes }) => (totalCount > 0 ? <Own of={nodes ?? []} again={again} /> : <Empty>{t('interests.none')}</Empty>)}
        </Faces>
      </section>
      <section aria-labelledby="matches">
        <Title order={2} size="h4" id="matches" mb="xs">{t('interests.matches')}</Title>
        <Faces data={matches.data?.interestMatches} error={matches.error}>
          {({ totalCount, nodes }) => totalCount === 0 ? <Empty>{t('interests.noMatch')}</Empty> : (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>{(nodes ?? []).map((one) => <Match key={one.id} of={one} again={again} />)}</Stack>
          )}
        </Faces>
      </section>
      {declaring !== undefined && (
        <ActForm
          title={t('interests.declare')} does={t('interests.declareIt')} {...declare} close={(done) => { setDeclaring(undefined); if (done) again(); }}
          fields={[
            { name: 'words', label: t('interests.words'), hint: t('interests.wordsHint') },
            { name: 'purpose', label: t('interests.purpose'), hint: t('interests.purposeHint'), kind: 'long' },
            { name: 'until', label: t('interests.until'), hint: t('interests.untilHint', { zone: cityOf(ownZone()) }), kind: 'moment', initial: declaring },
          ]}
          act={({ words, purpose, until }) => declare.act({ words: words!, purpose: purpose!, until: until! })}
        />
      )}
    </Stack>
  );
}
