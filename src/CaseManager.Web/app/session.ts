import { useEffect, useState } from 'react';
import { bearerOf } from '../records/bearer';
import { dropDrafts } from '../records/useDraft';

const key = 'casemanager.token';

/** Somebody whom the local provider of Development lets one be. */
export type DemoOfficer = { agency: string; subject: string; name: string };

/** Where an agency's officers sign in. */
export type Issuer = { agency: string; authority: string; clientId: string; scope: string };

export type SignInChoices = { issuers: Issuer[]; officers: DemoOfficer[] };

const listeners = new Set<() => void>();

/** The bearer token of this tab. Closing the tab forgets it, and no other tab sees it. */
export const session = {
  token: () => sessionStorage.getItem(key),
  onChange(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Leaves nothing of this person on the machine. */
  signOut() {
    const token = session.token();
    if (token) dropDrafts(bearerOf(token));
    put(null);
  },
};

function put(token: string | null) {
  if (token) sessionStorage.setItem(key, token);
  else sessionStorage.removeItem(key);
  for (const listener of listeners) listener();
}

let asked: Promise<SignInChoices> | undefined;

/** Asked once, unless it failed. */
export function signInChoices(): Promise<SignInChoices> {
  asked ??= fetch('/app/sign-in.json').then((answer) => {
    if (!answer.ok) throw new Error(`sign-in.json: ${answer.status}`);
    return answer.json() as Promise<SignInChoices>;
  });
  asked.catch(() => (asked = undefined));
  return asked;
}

/** Whom one may become without a password; nobody outside the demo. */
export function useChoices(wanted: boolean): SignInChoices {
  const [choices, setChoices] = useState<SignInChoices>({ issuers: [], officers: [] });
  useEffect(() => {
    if (wanted) signInChoices().then(setChoices, () => {});
  }, [wanted]);
  return choices;
}

/** Becomes a demo officer at once; there is no such provider outside Development. */
export async function become(officer: DemoOfficer) {
  const answer = await fetch(`/dev-identity/${encodeURIComponent(officer.agency)}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:casemanager:demo-officer', username: officer.subject }),
  });
  if (!answer.ok) throw new Error(`token: ${answer.status}`);
  put((await answer.json()).access_token);
}

/** To the agency's own sign-in page, by authorization code and PKCE, and back to <paramref name="returnTo"/>. */
export async function signInAt(issuer: Issuer, returnTo: string) {
  sessionStorage.setItem('casemanager.issuer', JSON.stringify(issuer));
  await (await managerOf(issuer)).signinRedirect({ state: returnTo });
}

/** Takes up the answer of an issuer; the address to go on to. */
export async function finishSignIn(): Promise<string> {
  const issuer = JSON.parse(sessionStorage.getItem('casemanager.issuer') ?? 'null') as Issuer | null;
  if (!issuer) return '/';
  const user = await (await managerOf(issuer)).signinRedirectCallback();
  put(user.access_token);
  return typeof user.state === 'string' ? user.state : '/';
}

// Only where somebody signs in at an agency: the demo has no need of it.
async function managerOf(issuer: Issuer) {
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  return new UserManager({
    authority: issuer.authority,
    client_id: issuer.clientId,
    redirect_uri: `${location.origin}/signed-in`,
    scope: issuer.scope,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}
