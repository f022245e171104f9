// The event-stream client library in "distinct connections" mode, and the bytes themselves.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { assertData, check, post, run, shortToken, target, trigger, unique } from './checks.mjs';

const client = (token = target.token) => createClient({ url: target.url, retryAttempts: 0, headers: { Authorization: `Bearer ${token}` } });
const stream = { accept: 'text/event-stream' };

const all = (request) =>
  new Promise((resolve, reject) => {
    const results = [];
    client().subscribe(request, { next: (r) => results.push(r), error: reject, complete: () => resolve(results) });
  });

for (const kind of ['query', 'mutation'])
  check(`a ${kind} is one event, then complete`, async () => {
    const results = await all(unique(target[kind]));
    assert.equal(results.length, 1);
    assertData(results[0]);
  });

check('a subscription brings a result and can be left', async () => {
  const done = trigger();
  try {
    await new Promise((resolve, reject) => {
      const leave = client().subscribe(target.subscription, {
        next: (result) => {
          try {
            assertData(result);
            leave();
            resolve();
          } catch (error) {
            reject(error);
          }
        },
        error: reject,
        complete: () => {},
      });
    });
  } finally {
    done();
  }
});

check('the first byte comes at once and is a comment', async () => {
  const leave = new AbortController();
  const answer = await fetch(target.url, {
    method: 'POST',
    signal: leave.signal,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${target.token}`, ...stream },
    body: JSON.stringify(target.subscription),
  });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/event-stream/);
  const { value } = await answer.body.getReader().read();
  assert.ok(Buffer.from(value).toString().startsWith(':\n\n'));
  leave.abort();
});

check('a query by GET is the same bytes as by POST', async () => {
  const address = new URL(target.url);
  address.searchParams.set('query', target.query.query);
  if (target.query.variables) address.searchParams.set('variables', JSON.stringify(target.query.variables));
  const got = await fetch(address, { headers: { authorization: `Bearer ${target.token}`, 'graphql-preflight': '1', ...stream } });
  const text = await got.text();
  assert.equal(text, await (await post(target.query, stream)).text());
  assert.match(text, /^:\n\nevent: next\ndata: \{.*\}\n\nevent: complete\ndata:\n\n$/);
});

check('a faulty document is an event with errors, then complete', async () => {
  const [result, ...more] = await all({ query: '{ noSuchFieldAnywhere }' });
  assert.ok(result.errors[0].message);
  assert.equal(more.length, 0);
});

check('the stream ends with an error when the token expires', async () => {
  const answer = await post(target.subscription, { ...stream, authorization: `Bearer ${await shortToken()}` });
  assert.match(await answer.text(), /AUTH_NOT_AUTHENTICATED[^\n]*\n\nevent: complete\ndata:\n\n$/);
});

check('no token is no stream', async () => {
  const answer = await post(target.query, { ...stream, authorization: '' });
  assert.equal(answer.status, 401);
});

await run('sse');
