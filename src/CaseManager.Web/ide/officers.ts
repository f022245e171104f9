/** A person of the demo world, as the local identity provider of Development lists them. */
export type Officer = { code: string; title: string };

/** Empty where there is no local identity provider, that is everywhere but in Development. */
export async function officers(): Promise<Officer[]> {
  const answer = await fetch('/dev-identity/officers', { headers: { accept: 'application/json' } });
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return [];
  const people: Record<string, string>[] = await answer.json();
  return people.map((person) => ({
    code: person.code,
    title: [person.name, person.role, person.agency].filter(Boolean).join(', ') || person.code,
  }));
}

/** A token for this officer, or null when the provider refuses. */
export async function fetchToken(code: string): Promise<string | null> {
  const answer = await fetch(`/dev-identity/${encodeURIComponent(code)}/token`, { method: 'POST' });
  if (!answer.ok) return null;
  if (!answer.headers.get('content-type')?.includes('json')) return (await answer.text()).trim();
  const body = await answer.json();
  return body.access_token ?? body.accessToken ?? body.token ?? null;
}
