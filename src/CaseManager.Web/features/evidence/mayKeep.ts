import { graphql, read, type FragmentType } from '../../gql';
import type { Audience, Role } from '../../gql/graphql';

export const Keeper = graphql(`
  fragment Keeper on Officer {
    id name agency { id code }
    grants(first: 50) { nodes { id case { id } taskForce { id } periods { role from until ended } } }
  }
`);

// As the server's table of roles says; it decides, this only leaves out what would be refused.
const keepers: readonly Role[] = [
  'EXHIBIT_CUSTODIAN', 'FILE_COORDINATOR', 'INVESTIGATOR', 'PRIMARY_INVESTIGATOR', 'SITE_COMMANDER', 'SUPERVISOR', 'TEAM_COMMANDER',
];

type File = {
  id: string; audience: Audience; taskForce?: { id: string } | null;
  /** Who works on more cases than are asked for here is found by the case. */
  team?: { nodes?: readonly { officer?: { id: string } | null; roles: readonly { role: Role }[] }[] | null } | null;
};

/** Whether somebody has a role on the case, or in the task force for whose eyes it is, that takes and keeps exhibits. */
export function mayKeep(officer: FragmentType<typeof Keeper>, file: File, now = Date.now()) {
  const me = read(Keeper, officer).id;
  return (file.team?.nodes ?? []).some((one) => one.officer?.id === me && one.roles.some(({ role }) => keepers.includes(role))) || (read(Keeper, officer).grants?.nodes ?? []).some((grant) =>
    (grant.case?.id === file.id || (file.audience === 'TASK_FORCE' && grant.taskForce && grant.taskForce.id === file.taskForce?.id))
    && grant.periods.some((period) => keepers.includes(period.role) && Date.parse(period.from) <= now && (!period.until || now < Date.parse(period.until))));
}
