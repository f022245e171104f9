import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';

const Custodians = graphql(`
  query Custodians($force: ID!) { taskForce(id: $force) { id members(first: 50) { nodes { id officer { id name agency { id code } } periods { role ended } } } } }
`);

/** Who keeps exhibits for a task force: the likely ones to be handed one. */
export function useCustodians(force?: string) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: Custodians, variables: { force: force ?? '' }, pause: !force });
  const members = (data?.taskForce?.members?.nodes ?? []).filter((member) => member.periods.some((period) => period.role === 'EXHIBIT_CUSTODIAN' && !period.ended));
  return { group: t('role.EXHIBIT_CUSTODIAN'), officers: members.flatMap(({ officer }) => officer ?? []) };
}
