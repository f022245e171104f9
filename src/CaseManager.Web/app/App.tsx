import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { BearerContext, bearerOf } from '../records/bearer';
import { SpeakContext } from '../ui/language';
import { useSettings } from '../ui/settings';
import { clientFor } from './client';
import { router } from './router';
import { session } from './session';
import { SignInPage } from './SignInPage';
import { speak } from './texts';
import { resolver, theme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
// A dialog stops the page behind it from scrolling by a style element of its own, and looks here for what that must carry.
Object.assign(globalThis, { __webpack_nonce__: nonce });
const schemes = localStorageColorSchemeManager({ key: 'casemanager.scheme' });

export function App() {
  const token = useSyncExternalStore(session.onChange, session.token);
  const { night, dense } = useSettings();
  useEffect(() => {
    document.documentElement.toggleAttribute('data-night', night);
    document.documentElement.toggleAttribute('data-dense', dense);
  }, [night, dense]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto" colorSchemeManager={schemes} getStyleNonce={() => nonce}>
      <Notifications position="bottom-center" limit={3} />
      <SpeakContext value={speak}>{token ? <SignedIn key={token} token={token} /> : <SignInPage />}</SpeakContext>
    </MantineProvider>
  );
}

function SignedIn({ token }: { token: string }) {
  const { client, hangUp } = useMemo(() => clientFor(token), [token]);
  const bearer = useMemo(() => bearerOf(token), [token]);
  useEffect(() => hangUp, [hangUp]);
  return (
    <Provider value={client}>
      <BearerContext value={bearer}>
        <RouterProvider router={router} />
      </BearerContext>
    </Provider>
  );
}
