import { Group, Stack, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { SavedViews } from '../../records/SavedViews';
import { Faces } from '../../ui/Faces';
import { ExhibitFigures } from './ExhibitFigures';
import type { Which } from './exhibitFilter';
import { ExhibitList } from './ExhibitList';

const Me = graphql(`query EvidenceOfAll { me { id } }`);

const route = getRouteApi('/exhibits');

/** Exhibits of all cases: what comes to one, what one holds, what nobody answered. */
export function ExhibitsPage() {
  const { t } = useTranslation();
  const which = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState(0);
  const [{ data, error }] = useQuery({ query: Me });
  const change = (next: Which) => void navigate({ search: { ...which, ...next }, replace: true });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">{t('exhibits.title')}</Title>
        <SavedViews page="exhibits" onOpen={() => setOpened((times) => times + 1)} />
      </Group>
      <Faces data={data?.me} error={error}>
        {(me) => (
          <>
            <ExhibitFigures me={me.id} which={which} change={change} />
            <ExhibitList key={opened} me={me.id} which={which} change={change} none={t('exhibits.none')} />
          </>
        )}
      </Faces>
    </Stack>
  );
}
