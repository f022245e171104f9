import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces } from '../../ui/Faces';
import { Timeline } from './Timeline';

const Which = graphql(`query CaseTimeline($number: String!) { caseByNumber(number: $number) { id } }`);

const route = getRouteApi('/cases/$number');

/** What happened in a case. */
export function TimelinePage() {
  const { number } = route.useParams();
  const [{ data, error }] = useQuery({ query: Which, variables: { number } });
  return <Faces data={data?.caseByNumber} error={error}>{(file) => <Timeline of={file.id} />}</Faces>;
}
