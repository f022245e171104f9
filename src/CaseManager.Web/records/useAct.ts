import { useCallback, useRef, useState } from 'react';
import { useMutation, type TypedDocumentNode } from 'urql';
import { needSentences } from './sentences';
import { outcomeOf, type Outcome } from './trouble';

type Payload = { errors?: readonly unknown[] | null };
type Intent = { clientMutationId?: string | null };

/**
 * An act: one intent has one key, so that a repeat after a lost answer gets the first answer. Answers with the payload when it was done,
 * and keeps in `outcome` why it was not.
 */
export function useAct<Data extends object, Input extends Intent>(document: TypedDocumentNode<Data, { input: Input }>) {
  const [{ fetching }, execute] = useMutation(document);
  const [outcome, setOutcome] = useState<Outcome>();
  const intent = useRef({ said: '', id: '' });

  const act = useCallback(async (input: Omit<Input, 'clientMutationId'>): Promise<Data[keyof Data] | undefined> => {
    const said = JSON.stringify(input);
    if (intent.current.said !== said) intent.current = { said, id: crypto.randomUUID() };
    const answer = await execute({ input: { ...input, clientMutationId: intent.current.id } as Input });
    const payload = answer.data && (Object.values(answer.data).find((value) => value && typeof value === 'object') as (Data[keyof Data] & Payload) | undefined);
    const code = answer.error?.graphQLErrors[0]?.extensions.code;
    const next = outcomeOf(payload?.errors) ?? (answer.error && { code: typeof code === 'string' ? code : 'no-answer', message: answer.error.message });
    if (next) await needSentences().catch(() => {}); // else the server's own
    setOutcome(next);
    if (next || !payload) return undefined;
    intent.current = { said: '', id: '' }; // done: the same words again are another intent
    return payload;
  }, [execute]);

  return { act, outcome, fetching, forget: useCallback(() => setOutcome(undefined), []) };
}
