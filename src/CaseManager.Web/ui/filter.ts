/*
 * The language of filters: `who:roy tag:phone after:2026-03-01 not:routine "exact words"`. What stands side by side must all be so;
 * `or`, `not` (or a minus) and parentheses say otherwise. Every word has an English and a French name, and both are always understood.
 */

/** English, then French. */
export type Names = readonly [en: string, fr: string];
export type Value = { key: string; names: Names };
export type Word = { key: string; names: Names } & ({ kind: 'text' | 'date' } | { kind: 'one'; values: readonly Value[] });

type Span = { from: number; to: number };
/** `word` is null for what is looked for in the text itself; `value` is the key of one of the word's values where it has some. */
export type Term = Span & { is: 'term'; word: string | null; value: string; exact: boolean };
export type Tree = Term | (Span & { is: 'and' | 'or'; of: Tree[] }) | (Span & { is: 'not'; of: Tree });
export type Wrong = { wrong: 'word' | 'value' | 'date' | 'end' | 'bracket'; said: string; word: string; near?: string };

type Token = Span & ({ is: 'open' | 'close' | 'or' | 'and' | 'not' } | { is: 'piece'; name: string | null; value: string; exact: boolean });

const operators: Record<string, 'or' | 'and' | 'not'> = { or: 'or', ou: 'or', and: 'and', et: 'and', not: 'not', non: 'not', sauf: 'not' };
const shape = /(-?\()|(\))|(-?)(\p{L}[\p{L}\p{M}-]*):(?=[\s)]|$)|(-?)(?:(\p{L}[\p{L}\p{M}-]*):)?(?:"([^"]*)"?|([^\s()"]+))/gu;

/** What a filter says, or the first thing in it that is wrong. An empty one says nothing. */
export function parse(text: string, words: readonly Word[]): { tree?: Tree; wrong?: Wrong } {
  const tokens = read(text);
  let at = 0;
  const peek = () => tokens[at];
  const here = () => tokens[Math.min(at, tokens.length) - 1]!;

  function either(): Tree {
    const of = [all()];
    while (peek()?.is === 'or') { at++; of.push(all()); }
    return of.length === 1 ? of[0]! : joined('or', of);
  }
  function all(): Tree {
    const of = [one()];
    for (let next = peek(); next && next.is !== 'or' && next.is !== 'close'; next = peek()) {
      if (next.is === 'and') at++;
      of.push(one());
    }
    return of.length === 1 ? of[0]! : joined('and', of);
  }
  function one(): Tree {
    const token = tokens[at++];
    if (!token || token.is === 'or' || token.is === 'and') throw { wrong: 'end', said: text.slice(here().from, here().to), word: '' } satisfies Wrong;
    if (token.is === 'close') throw { wrong: 'bracket', said: ')', word: '' } satisfies Wrong;
    if (token.is === 'not') {
      const of = one();
      return { is: 'not', of, from: token.from, to: of.to };
    }
    if (token.is === 'piece') return term(token, words);
    const inside = either();
    if (tokens[at++]?.is !== 'close') throw { wrong: 'bracket', said: '(', word: '' } satisfies Wrong;
    return { ...inside, from: token.from, to: here().to };
  }

  if (tokens.length === 0) return {};
  try {
    const tree = either();
    return peek() ? { wrong: { wrong: 'bracket', said: ')', word: '' } } : { tree };
  } catch (wrong) {
    if (wrong instanceof Error) throw wrong;
    return { wrong: wrong as Wrong };
  }
}

const joined = (is: 'and' | 'or', of: Tree[]): Tree => ({ is, of, from: of[0]!.from, to: of.at(-1)!.to });

function read(text: string): Token[] {
  return [...text.matchAll(shape)].flatMap((found): Token[] => {
    const [whole, open, close, minusAlone, alone, minus, name, quoted, bare] = found;
    const span = { from: found.index, to: found.index + whole.length };
    if (open) return open === '(' ? [{ is: 'open', ...span }] : [{ is: 'not', ...span }, { is: 'open', ...span }];
    if (close) return [{ is: 'close', ...span }];
    const key = (name ?? alone)?.toLowerCase() ?? null;
    const operator = key === null && !minus && quoted === undefined ? operators[(bare ?? '').toLowerCase()] : undefined;
    if (operator) return [{ is: operator, ...span }];
    const piece: Token = { is: 'piece', name: key !== null && operators[key] === 'not' ? null : key, value: quoted ?? bare ?? '', exact: quoted !== undefined, ...span };
    if (minus || minusAlone || (key !== null && operators[key] === 'not')) return [{ is: 'not', ...span }, piece];
    return [piece];
  });
}

function term(piece: Extract<Token, { is: 'piece' }>, words: readonly Word[]): Term {
  const { from, to, exact } = piece;
  if (piece.name === null) return { is: 'term', word: null, value: piece.value, exact, from, to };
  const word = words.find((known) => known.names.some((name) => plain(name) === plain(piece.name!)));
  if (!word) throw { wrong: 'word', said: piece.name, word: piece.name, near: nearest(piece.name, words.flatMap((known) => known.names)) } satisfies Wrong;
  if (piece.value === '') throw { wrong: 'end', said: `${piece.name}:`, word: piece.name } satisfies Wrong;
  if (word.kind === 'date' && !dated(piece.value)) throw { wrong: 'date', said: piece.value, word: piece.name } satisfies Wrong;
  if (word.kind !== 'one') return { is: 'term', word: word.key, value: piece.value, exact, from, to };
  const value = word.values.find((known) => [known.key, ...known.names].some((name) => plain(name) === plain(piece.value)));
  if (!value) throw { wrong: 'value', said: piece.value, word: piece.name, near: nearest(piece.value, word.values.flatMap((known) => known.names)) } satisfies Wrong;
  return { is: 'term', word: word.key, value: value.key, exact, from, to };
}

/** Turns what a filter says into what a server is asked: `leaf` for each term, turned round where it stands under a `not`. */
export function ask<W>(tree: Tree, leaf: (term: Term, not: boolean) => W, join: (how: 'and' | 'or', of: W[]) => W, not = false): W {
  if (tree.is === 'term') return leaf(tree, not);
  if (tree.is === 'not') return ask(tree.of, leaf, join, !not);
  return join((tree.is === 'and') !== not ? 'and' : 'or', tree.of.map((part) => ask(part, leaf, join, not)));
}

export const terms = (tree?: Tree): Term[] => (!tree ? [] : tree.is === 'term' ? [tree] : tree.is === 'not' ? terms(tree.of) : tree.of.flatMap(terms));

/** What can be taken out of a filter one by one. */
export const parts = (tree?: Tree): Tree[] => (!tree ? [] : tree.is === 'and' ? tree.of : [tree]);

/** The filter without that part of it. */
export const without = (text: string, part: Span) => tidy(`${text.slice(0, part.from)} ${text.slice(part.to)}`);

/** The filter with another part. */
export function withTerm(text: string, name: string, value: string) {
  const said = `${name}:${/[\s()":]/.test(value) || value === '' ? `"${value.replaceAll('"', '')}"` : value}`;
  return tidy(`${/\b(or|ou)\b/i.test(text) ? `(${text})` : text} ${said}`);
}

/** The filter with that word said once, or not at all. */
export function withOnly(text: string, words: readonly Word[], word: Word, language: number, value?: string) {
  const before = parts(parse(text, words).tree).filter((part): part is Term => part.is === 'term' && part.word === word.key);
  const rest = before.toReversed().reduce((said, part) => without(said, part), text);
  return value === undefined ? rest : withTerm(rest, word.names[language]!, value);
}

/** A date or a moment: 2026, 2026-03, 2026-03-01, 2026-03-01T10:15; with the first day where none is said. */
export function dated(value: string): string | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2})?)?)?)?$/.exec(value);
  if (!found) return undefined;
  const date = `${found[1]}-${found[2] ?? '01'}-${found[3] ?? '01'}`;
  const there = new Date(`${date}T00:00Z`);
  return !Number.isNaN(there.getTime()) && there.toISOString().startsWith(date) ? `${date}${found[4] ?? ''}` : undefined;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Without accents, capitals and the way blanks are written. */
export const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s_+]+/g, '-');

/** The one that differs least, if it is close. */
function nearest(said: string, names: readonly string[]) {
  const [best] = names.map((name) => ({ name, away: distance(plain(said), plain(name)) })).toSorted((a, b) => a.away - b.away);
  return best && best.away <= Math.max(1, Math.floor(said.length / 3)) ? best.name : undefined;
}

function distance(a: string, b: string) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
