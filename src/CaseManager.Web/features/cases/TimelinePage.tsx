import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces } from '../../ui/Faces';
import './cases.css';
import { Timeline } from './Timeline';

const Which = graphql(`query CaseTimeline($number: String!) { caseByNumber(number: $number) { id tlp marking { ...Marked } } }`);

const route = getRouteApi('/cases/$number');

/** What happened in a case. */
export function TimelinePage() {
  const { number } = route.useParams();
  const { asOf } = route.useSearch();
  const [{ data, error }] = useQuery({ query: Which, variables: { number }, requestPolicy: 'cache-first' });
  return <Faces data={data?.caseByNumber} error={error}>{(file) => <Timeline key={file.id} of={file.id} tlp={file.tlp} marking={file.marking} asOf={asOf} />}</Faces>;
}
