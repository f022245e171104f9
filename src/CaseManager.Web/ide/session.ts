const KEY = 'casemanager.token';

/** The bearer token of this tab. Session storage: closing the tab forgets it, and no other tab sees it. */
export const session = {
  token: () => sessionStorage.getItem(KEY),
  signIn: (token: string) => sessionStorage.setItem(KEY, token.trim().replace(/^Bearer\s+/i, '')),
  signOut: () => sessionStorage.removeItem(KEY),
};

/** Who the token says the bearer is, for display only; null when it is no JWT. */
export function bearer(token: string | null): { name: string; expires: Date } | null {
  const body = token?.split('.')[1];
  if (!body) return null;
  try {
    const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return { name: claims.name ?? claims.preferred_username ?? claims.sub, expires: new Date(claims.exp * 1000) };
  } catch {
    return null;
  }
}
