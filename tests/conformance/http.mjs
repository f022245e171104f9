// The audits of graphql-http: GraphQL over HTTP as the specification has it. MUST and SHOULD alike have to hold.
import { serverAudits } from 'graphql-http';
import { check, run, target } from './checks.mjs';

const audits = serverAudits({
  url: target.url,
  fetchFn: (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${target.token}`);
    headers.set('graphql-preflight', '1'); // the audits' GETs come from no page of another site
    return fetch(url, { ...init, headers });
  },
});

for (const audit of audits)
  check(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    if (result.status !== 'ok') throw new Error(`${result.status}: ${result.reason}`);
  });

await run('http-audits');
