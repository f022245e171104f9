/** A person of the demo world whom the local identity provider of Development lets one be. */
export type Officer = { agency: string; subject: string; name: string };

/** Empty where there is no local identity provider, that is everywhere but in Development. */
export async function fetchOfficers(): Promise<Officer[]> {
  const answer = await fetch('/graphql/ide/officers.json');
  return answer.ok ? await answer.json() : [];
}

/** A token for this officer, or null when the provider refuses. */
export async function fetchToken(officer: Officer): Promise<string | null> {
  const answer = await fetch(`/dev-identity/${encodeURIComponent(officer.agency)}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:casemanager:demo-officer', username: officer.subject }),
  });
  return answer.ok ? ((await answer.json()).access_token ?? null) : null;
}
