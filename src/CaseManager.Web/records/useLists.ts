import { type AnyVariables, type DocumentInput, useClient } from 'urql';
import { graphql } from '../gql';
import { useLive } from '../ui/live';

const Changed = graphql(`subscription ListsChanged($types: [String!]!, $since: String) { listsChanged(types: $types, since: $since) { types } }`);
type Kind = 'Agency' | 'Case' | 'Compartment' | 'EmergencyAccess' | 'Exhibit' | 'Grant' | 'Interest' | 'InterestContact' | 'InterestMatch' | 'Officer' | 'Operation' | 'ReleaseRequest' | 'RevocationNotice' | 'Site' | 'Task' | 'TaskForce';

/** Calls `again` when records of these kinds that one may see are others than in the answer with that point, at most about once a second. */
export function useLists(types: readonly Kind[], again: () => void, from: string | undefined) {
  useLive(Changed, { types: [...types] }, (told) => (!told || told.listsChanged.types.length > 0) && again(), from);
}

/** Calls `again` when what one may read is other than before: then all lists are told, even that of agencies, which else hardly ever is. */
export function useRights(again: () => void, from: string | undefined) {
  useLists(['Agency'], again, from);
}

/** Asks a list again from its beginning when it is another than before; the pages that are shown stay. */
export function useFresh<Data, Variables extends AnyVariables>(types: readonly Kind[], query: DocumentInput<Data, Variables>, variables: Variables, from: string | undefined) {
  const client = useClient();
  useLists(types, () => void client.query(query, variables, { requestPolicy: 'network-only' }).toPromise(), from);
}
