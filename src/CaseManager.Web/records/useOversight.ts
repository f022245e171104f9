import { useQuery } from 'urql';
import { graphql, read } from '../gql';
import type { Role } from '../gql/graphql';
import { useMinutes } from '../ui/Ago';

// Who works on more cases than are asked for holds what they oversee by in a task force.
const Duty = graphql(`fragment Duty on Grant { id taskForce { id } periods { role from until } }`);
const Mine = graphql(`query MyRoles { me { id grants(first: 50) { nodes { ...Duty } } inForces: grants(first: 50, where: { taskForce: { neq: null } }) { nodes { ...Duty } } } }`);

const commands: Role[] = ['TEAM_COMMANDER', 'SUPERVISOR'];
const oversees: Role[] = ['SUPERVISOR', 'AUDITOR'];

/** What one's roles offer beyond the work itself. The server decides all the same: this only keeps away what would be refused. */
export function useOversight() {
  const now = useMinutes();
  const [{ data }] = useQuery({ query: Mine, requestPolicy: 'cache-first' });
  const duties = read(Duty, [...(data?.me?.grants?.nodes ?? []), ...(data?.me?.inForces?.nodes ?? [])]);
  const held = duties.flatMap(({ taskForce, periods }) =>
    periods.filter(({ from, until }) => Date.parse(from) <= now && !(until != null && Date.parse(until) <= now)).map(({ role }) => ({ role, inForce: Boolean(taskForce) })));
  return {
    /** Opening a case in an emergency: a command of a task force. */
    breaksGlass: held.some(({ role, inForce }) => inForce && commands.includes(role)),
    /** Reading who read what, anywhere. */
    readsLog: held.some(({ role }) => oversees.includes(role)),
  };
}
