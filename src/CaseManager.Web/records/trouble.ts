import { graphql, read, type FragmentType } from '../gql';
import type { TroubleFragment } from '../gql/graphql';

/** What an act's answer says when it was not done. Every mutation asks for it: <c>errors { ...Trouble }</c>. */
export const Trouble = graphql(`
  fragment Trouble on Error {
    __typename code message
    ... on RefusedError { about: field }
    ... on InvalidInputError { input: field }
    ... on StaleError { version changes { version what recordedAt reason by { id name } fields { field was is wasOfficer { id name } isOfficer { id name } } } }
  }
`);

/** Somebody else was faster: what they changed, and the version that stands now. */
export type Stale = Extract<TroubleFragment, { __typename: 'StaleError' }>;

/** Why an act was not done: the code of a refusal, or that no answer came. */
export type Outcome = { code: string; message: string; field?: string | null; stale?: Stale };

export function outcomeOf(errors: readonly unknown[] | null | undefined): Outcome | undefined {
  if (!errors?.length) return undefined;
  const trouble = read(Trouble, errors[0] as FragmentType<typeof Trouble>);
  switch (trouble.__typename) {
    case 'StaleError': return { code: trouble.code, message: trouble.message, stale: trouble };
    case 'InvalidInputError': return { code: trouble.code, message: trouble.message, field: trouble.input };
    default: return { code: trouble.code, message: trouble.message, field: trouble.about };
  }
}
