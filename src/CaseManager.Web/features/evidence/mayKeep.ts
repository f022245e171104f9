import { graphql, read, type FragmentType } from '../../gql';
import type { Role } from '../../gql/graphql';

export const Keeper = graphql(`
  fragment Keeper on Officer {
    id name agency { id code }
    grants(first: 50) { nodes { id case { id } taskForce { id } periods { role from until ended } } }
  }
`);

// Who works on more cases than are asked for above is found by the case.
export const KeptIn = graphql(`
  fragment KeptIn on Case { id audience taskForce { id } team(first: 30) { nodes { officer { id } roles { role } } } }
`);

// As the server's table of roles says; it decides, this only leaves out what would be refused.
const keepers: readonly Role[] = [
  'EXHIBIT_CUSTODIAN', 'FILE_COORDINATOR', 'INVESTIGATOR', 'PRIMARY_INVESTIGATOR', 'SITE_COMMANDER', 'SUPERVISOR', 'TEAM_COMMANDER',
];

/** Whether somebody has a role on the case, or in the task force for whose eyes it is, that takes and keeps exhibits. */
export function mayKeep(officer: FragmentType<typeof Keeper>, file: FragmentType<typeof KeptIn>, now = Date.now()) {
  const [{ id, grants }, { id: of, audience, taskForce, team }] = [read(Keeper, officer), read(KeptIn, file)];
  const onCase = team?.nodes?.find((member) => member.officer?.id === id)?.roles ?? [];
  return onCase.some(({ role }) => keepers.includes(role)) || (grants?.nodes ?? []).some((grant) =>
    (grant.case?.id === of || (audience === 'TASK_FORCE' && grant.taskForce && grant.taskForce.id === taskForce?.id))
    && grant.periods.some((period) => keepers.includes(period.role) && Date.parse(period.from) <= now && (!period.until || now < Date.parse(period.until))));
}
