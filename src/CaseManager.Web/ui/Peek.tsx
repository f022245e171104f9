import { CloseButton, Group, Title } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys';

/** Something shown at the right of a list while one stays in the list. */
export type Peeked = { id: string; title: string; body: ReactNode };

type Panel = { peeked?: Peeked; peek: (what: Peeked) => void; close: () => void };
const Context = createContext<Panel>({ peek: () => {}, close: () => {} });

export function PeekProvider({ children }: { children: ReactNode }) {
  const [peeked, setPeeked] = useState<Peeked>();
  const close = useCallback(() => setPeeked(undefined), []);
  // It belongs to the list that one looked at.
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  const panel = useMemo(() => ({ peeked, peek: (what: Peeked) => setPeeked((before) => (before?.id === what.id ? undefined : what)), close }), [peeked, close]);
  return <Context.Provider value={panel}>{children}</Context.Provider>;
}

/** Shows a thing in the panel; the same thing again closes it. */
export const usePeek = () => useContext(Context);

export function PeekPanel() {
  const { peeked } = useContext(Context);
  return peeked ? <Open key={peeked.id} peeked={peeked} /> : null;
}

function Open({ peeked }: { peeked: Peeked }) {
  const { t } = useTranslation();
  const { close } = useContext(Context);
  useKeys([{ keys: 'Escape', text: t('keys.closePanel'), run: close }]);
  return (
    <aside className="peek no-print" aria-label={peeked.title}>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <Title order={2} size="h4">{peeked.title}</Title>
        <CloseButton onClick={close} aria-label={t('faces.close')} />
      </Group>
      {peeked.body}
    </aside>
  );
}
