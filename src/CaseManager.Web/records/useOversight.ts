import { useQuery } from 'urql';
import { graphql } from '../gql';
import type { Role } from '../gql/graphql';
import { useMinutes } from '../ui/Ago';

const Mine = graphql(`query MyRoles { me { id grants(first: 50) { nodes { id taskForce { id } periods { role from until } } } } }`);

const commands: Role[] = ['TEAM_COMMANDER', 'SUPERVISOR'];
const oversees: Role[] = ['SUPERVISOR', 'AUDITOR'];

/** What one's roles offer beyond the work itself. The server decides all the same: this only keeps away what would be refused. */
export function useOversight() {
  const now = useMinutes();
  const [{ data }] = useQuery({ query: Mine, requestPolicy: 'cache-first' });
  const held = (data?.me?.grants?.nodes ?? []).flatMap(({ taskForce, periods }) =>
    periods.filter(({ from, until }) => Date.parse(from) <= now && !(until != null && Date.parse(until) <= now)).map(({ role }) => ({ role, inForce: Boolean(taskForce) })));
  return {
    /** Opening a case in an emergency: a command of a task force. */
    breaksGlass: held.some(({ role, inForce }) => inForce && commands.includes(role)),
    /** Reading who read what, anywhere. */
    readsLog: held.some(({ role }) => oversees.includes(role)),
  };
}
