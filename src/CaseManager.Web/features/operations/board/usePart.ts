import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { Role } from '../../../gql/graphql';

const Part = graphql(`
  query PartInOperation($id: ID!) {
    me { id name agency { id code name } }
    operation(id: $id) { id team(first: 50) { nodes { officer { id } roles { role } } } }
  }
`);

const commanding: readonly Role[] = ['TEAM_COMMANDER', 'COORDINATOR', 'SUPERVISOR'];
const speaking: readonly Role[] = [...commanding, 'LIAISON'];
const reporting: readonly Role[] = [...speaking, 'SITE_COMMANDER'];

/** Who one is in an operation: what is not one's to do is not offered. The server judges all the same. */
export function usePart(operation: string) {
  const [{ data }] = useQuery({ query: Part, variables: { id: operation }, requestPolicy: 'cache-first' });
  const roles = (data?.operation?.team?.nodes ?? []).filter((member) => member.officer?.id === data?.me?.id).flatMap((member) => member.roles).map((held) => held.role);
  const any = (of: readonly Role[]) => roles.some((role) => of.includes(role));
  return {
    id: data?.me?.id, name: data?.me?.name ?? '', agency: data?.me?.agency?.code ?? '',
    commands: any(commanding), votes: any(speaking), reports: any(reporting),
  };
}

export type Part = ReturnType<typeof usePart>;
