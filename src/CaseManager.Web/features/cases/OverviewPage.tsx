import { Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces } from '../../ui/Faces';

const Overview = graphql(`query CaseOverview($number: String!) { caseByNumber(number: $number) { id summary } }`);

const route = getRouteApi('/cases/$number');

/** What one wants to know of a case before anything else. */
export function OverviewPage() {
  const { number } = route.useParams();
  const [{ data, error }] = useQuery({ query: Overview, variables: { number } });
  return (
    <Faces data={data?.caseByNumber} error={error}>
      {(file) => <Stack><Text className="wrap">{file.summary}</Text></Stack>}
    </Faces>
  );
}
