import { graphql } from '../../../gql';

export const PlannedSite = graphql(`
  fragment PlannedSite on Site {
    id number place address zone essential shift readiness version
    agency { id code } commander { id name }
    authority { reference from until dailyFrom dailyUntil }
    coordinates { latitude longitude }
  }
`);
