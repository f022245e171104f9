import { graphql, read, type FragmentType } from '../gql';
import type { Role } from '../gql/graphql';

export const RoleHolder = graphql(`
  fragment RoleHolder on Officer {
    id name agency { id code }
    grants(first: 50) { nodes { id case { id } taskForce { id } periods { role from until ended } } }
  }
`);

// Who works on more cases than are asked for above is found by the case.
export const HeldOn = graphql(`
  fragment HeldOn on Case { id audience taskForce { id } team(first: 30) { nodes { officer { id } roles { role } } } }
`);

export type RoleHolderOf = FragmentType<typeof RoleHolder>;
export type HeldOnOf = FragmentType<typeof HeldOn>;

// As the server's table of roles says; it decides, this only leaves out what would be refused.
/** Who lowers markings and answers for releases, in the originating agency. */
export const lowers: readonly Role[] = ['LIAISON', 'PRIMARY_INVESTIGATOR', 'SUPERVISOR', 'TEAM_COMMANDER'];

/** Who takes and keeps exhibits. */
export const keepers: readonly Role[] = [
  'EXHIBIT_CUSTODIAN', 'FILE_COORDINATOR', 'INVESTIGATOR', 'PRIMARY_INVESTIGATOR', 'SITE_COMMANDER', 'SUPERVISOR', 'TEAM_COMMANDER',
];

/** Who writes in a case's timeline. */
export const reporters: readonly Role[] = [...keepers, 'ANALYST', 'COORDINATOR', 'LIAISON'];

/** Whether somebody has one of the roles on the case, or in the task force for whose eyes it is. */
export function holdsOn(officer: RoleHolderOf, file: HeldOnOf, roles: readonly Role[], now = Date.now()) {
  const [{ id, grants }, { id: of, audience, taskForce, team }] = [read(RoleHolder, officer), read(HeldOn, file)];
  const onCase = team?.nodes?.find((member) => member.officer?.id === id)?.roles ?? [];
  return onCase.some(({ role }) => roles.includes(role)) || (grants?.nodes ?? []).some((grant) =>
    (grant.case?.id === of || (audience === 'TASK_FORCE' && grant.taskForce && grant.taskForce.id === taskForce?.id))
    && grant.periods.some((period) => roles.includes(period.role) && Date.parse(period.from) <= now && (!period.until || now < Date.parse(period.until))));
}
