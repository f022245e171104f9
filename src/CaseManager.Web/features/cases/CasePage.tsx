import { Group, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces, NotFound } from '../../ui/Faces';
import { TlpBadge, useMarking } from '../../ui/Marking';
import { Timeline } from './Timeline';

const Case = graphql(`
  query Case($number: String!) {
    caseByNumber(number: $number) { id number title summary stage tlp lead { id name } leadAgency { id code } }
  }
`);

const route = getRouteApi('/cases/$number');

/** A case: what it is, and what happened in it. */
export function CasePage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const [{ data, error }] = useQuery({ query: Case, variables: { number } });
  useMarking(data?.caseByNumber?.tlp);

  return (
    <Faces data={data?.caseByNumber} error={error} empty={data && <NotFound />}>
      {(file) => (
        <Stack>
          <div>
            <Group gap="sm">
              <Title order={1} size="h2">{file.number} {file.title}</Title>
              <TlpBadge tlp={file.tlp} />
            </Group>
            <Text c="dimmed" size="sm">
              {t(`stage.${file.stage}`)} · {t('cases.ledBy', { name: file.lead?.name ?? '—', agency: file.leadAgency?.code ?? '—' })}
            </Text>
            <Text mt="xs" className="wrap">{file.summary}</Text>
          </div>
          <Timeline of={file.id} />
        </Stack>
      )}
    </Faces>
  );
}
