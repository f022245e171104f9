// The client library that Apollo, urql and Relay users install, against the sub-protocol graphql-transport-ws.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { assertData, check, run, shortToken, target, trigger, unique } from './checks.mjs';

const url = target.url.replace(/^http/, 'ws');
const client = (token, more = {}) =>
  createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { Authorization: `Bearer ${token}` }, ...more });

/** All results of one operation. */
const all = (client, request) =>
  new Promise((resolve, reject) => {
    const results = [];
    client.subscribe(request, { next: (r) => results.push(r), error: reject, complete: () => resolve(results) });
  });

async function one(request) {
  const c = client(target.token);
  try {
    const results = await all(c, request);
    assert.equal(results.length, 1);
    assertData(results[0]);
  } finally {
    await c.dispose();
  }
}

/** A bare socket that says `messages` one after the other and tells how it was closed. */
export const closedAfter = (messages, { protocol = 'graphql-transport-ws', headers = {} } = {}) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocol, { headers });
    socket.on('open', () => messages.forEach((m) => socket.send(typeof m === 'string' || Buffer.isBuffer(m) ? m : JSON.stringify(m))));
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    socket.on('error', reject);
  });

const init = { type: 'connection_init', payload: { Authorization: `Bearer ${target.token}` } };

check('a query is answered once', () => one(target.query));
check('a mutation is answered once', () => one(unique(target.mutation)));

check('a subscription brings a result', async () => {
  const c = client(target.token);
  const done = trigger();
  try {
    await new Promise((resolve, reject) => {
      const stop = c.subscribe(target.subscription, {
        next: (result) => {
          try {
            assertData(result);
            stop();
            resolve();
          } catch (error) {
            reject(error);
          }
        },
        error: reject,
        complete: () => reject(new Error('complete before the first result')),
      });
    });
  } finally {
    done();
    await c.dispose();
  }
});

check('20 queries at once on one socket', async () => {
  const c = client(target.token, { lazy: false });
  try {
    const answers = await Promise.all(Array.from({ length: 20 }, () => all(c, target.query)));
    answers.flat().forEach(assertData);
    assert.equal(answers.flat().length, 20);
  } finally {
    await c.dispose();
  }
});

check('a faulty document is an error of that operation only', async () => {
  const c = client(target.token, { lazy: false });
  try {
    await assert.rejects(all(c, { query: '{ noSuchFieldAnywhere }' }), (errors) => Array.isArray(errors) && errors[0].message.length > 0);
    assertData((await all(c, target.query))[0]);
  } finally {
    await c.dispose();
  }
});

check('the socket closes with 4401 when its token expires', async () => {
  const token = await shortToken();
  const closed = new Promise((resolve) => {
    const c = client(token, { on: { closed: resolve } });
    c.subscribe(target.subscription, { next: () => {}, error: () => {}, complete: () => {} });
  });
  assert.equal((await closed).code, 4401);
});

check('a refused token closes with 4401', async () =>
  assert.equal((await closedAfter([{ type: 'connection_init', payload: { token: 'no.such.token' } }])).code, 4401));
check('no token closes with 4401', async () => assert.equal((await closedAfter([{ type: 'connection_init' }])).code, 4401));
check('subscribing before connection_init closes with 4401', async () =>
  assert.equal((await closedAfter([{ id: '1', type: 'subscribe', payload: target.query }])).code, 4401));
check('something that is no message closes with 4400', async () => {
  for (const bad of ['{', '[]', '{"type":1}', '{"type":"no-such-type"}', Buffer.from([1, 2])])
    assert.equal((await closedAfter([bad])).code, 4400, bad.toString());
});
check('subscribe without id or payload closes with 4400', async () => {
  for (const bad of [{ type: 'subscribe', payload: target.query }, { type: 'subscribe', id: '1' }, { type: 'subscribe', id: '', payload: {} }])
    assert.equal((await closedAfter([init, bad])).code, 4400, JSON.stringify(bad));
});
check('silence after the upgrade closes with 4408', async () => assert.equal((await closedAfter([])).code, 4408));
check('a second connection_init closes with 4429', async () => assert.equal((await closedAfter([init, init])).code, 4429));
check('an id in use closes with 4409', async () => {
  const subscribe = { id: 'twice', type: 'subscribe', payload: target.subscription };
  assert.deepEqual(await closedAfter([init, subscribe, subscribe]), { code: 4409, reason: 'Subscriber for twice already exists' });
});
check('a message over the limit closes with 1009', async () => {
  const closed = await closedAfter([JSON.stringify({ type: 'ping', payload: { big: 'x'.repeat(300 * 1024) } })]);
  assert.equal(closed.code, 1009);
});
check('an unknown sub-protocol closes with 4406', async () => {
  const { code } = await new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.on('close', (code) => resolve({ code }));
    socket.on('error', reject);
  });
  assert.equal(code, 4406);
});
check('a page of another site gets no socket', async () => {
  await assert.rejects(closedAfter([init], { headers: { Origin: 'https://elsewhere.example' } }), /403/);
});
check('a ping is answered with its payload', async () => {
  const pong = await new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    socket.on('open', () => socket.send('{"type":"ping","payload":{"n":1}}'));
    socket.on('message', (m) => {
      resolve(JSON.parse(m.toString()));
      socket.close();
    });
    socket.on('error', reject);
  });
  assert.deepEqual(pong, { type: 'pong', payload: { n: 1 } });
});
check('the server pings', async () => {
  await new Promise((resolve, reject) => {
    const c = client(target.token, { lazy: false, on: { ping: (received) => received && resolve(c.dispose()) } });
    c.on('error', reject);
  });
});

await run('ws');
