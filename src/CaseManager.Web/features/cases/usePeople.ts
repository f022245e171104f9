import { useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { plain, terms, type Tree } from '../../ui/filter';
import { isMe } from './timelineWords';

const People = graphql(`query OfficersNamed($where: OfficerFilterInput) { me { id } officers(first: 50, where: $where) { nodes { id name } } }`);

const words = new Set(['who', 'lead']);

/** The officers a filter names, by the letters it gives of their names. */
export function usePeople(tree?: Tree) {
  const names = useMemo(() => terms(tree).flatMap((term) => (words.has(term.word ?? '') ? [term.value] : term.word === 'is' && term.value === 'mine' ? ['me'] : [])), [tree]);
  const where = useMemo(() => ({ or: names.map((name) => ({ name: { contains: name } })) }), [names]);
  const [{ data, error, fetching }] = useQuery({ query: People, variables: { where }, pause: names.length === 0, requestPolicy: 'cache-first' });
  const people = useCallback((name: string) => {
    if (isMe(name)) return data?.me ? [data.me.id] : [];
    return (data?.officers?.nodes ?? []).filter((officer) => plain(officer.name).includes(plain(name))).map((officer) => officer.id);
  }, [data]);
  // While others are asked for, the answer is still that for the names before.
  return { people, known: names.length === 0 || (!fetching && (data !== undefined || error !== undefined)) };
}
