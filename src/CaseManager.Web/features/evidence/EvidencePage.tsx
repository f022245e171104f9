import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { holdsOn, keepers } from '../../records/roles';
import { Faces } from '../../ui/Faces';
import { useKeys } from '../../ui/keys';
import { ExhibitFigures } from './ExhibitFigures';
import type { Which } from './exhibitFilter';
import { ExhibitList } from './ExhibitList';

const Evidence = graphql(`
  query CaseEvidence($number: String!) { me { id ...RoleHolder } caseByNumber(number: $number) { id stage ...HeldOn } }
`);

const route = getRouteApi('/cases/$number/evidence');

/** What was taken in evidence under a case, and in whose hands it is. */
export function EvidencePage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const which = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const [{ data, error }] = useQuery({ query: Evidence, variables: { number } });
  const file = data?.caseByNumber;
  const change = (next: Which) => void navigate({ search: { ...which, ...next }, replace: true });
  const may = file && data?.me ? holdsOn(data.me, file, keepers) && file.stage !== 'CLOSED' : false;
  const seize = () => void go({ to: '/cases/$number/evidence/new', params: { number } });
  useKeys(may ? [{ keys: 'n', text: t('exhibits.seize'), run: seize }] : []);

  return (
    <Faces data={file} error={error}>
      {({ id }) => (
        <Stack component="section" aria-labelledby="evidence">
          <Group justify="space-between" className="no-print">
            <Title order={2} size="h4" id="evidence">{t('exhibits.title')}</Title>
            {may && (
              <Button component={Link} to="/cases/$number/evidence/new" params={{ number } as never} leftSection={<IconPlus size={16} aria-hidden />} aria-keyshortcuts="N">
                {t('exhibits.seize')}
              </Button>
            )}
          </Group>
          <ExhibitFigures of={id} me={data?.me?.id ?? ''} which={which} change={change} />
          <ExhibitList of={id} me={data?.me?.id ?? ''} which={which} change={change} none={t(may ? 'exhibits.noneYet' : 'exhibits.none')} />
        </Stack>
      )}
    </Faces>
  );
}
