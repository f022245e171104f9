// The older sub-protocol graphql-ws of subscriptions-transport-ws, as StrawberryShake speaks it: start, data, stop.
import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { assertData, check, run, target, trigger, unique } from './checks.mjs';

const url = target.url.replace(/^http/, 'ws');

/** Hands every message of the server to `hear` until the socket closes; resolves with the close code. */
const talk = (first, hear = () => {}) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-ws');
    const say = (message) => socket.send(JSON.stringify(message));
    socket.on('open', () => {
      if (socket.protocol !== 'graphql-ws') reject(new Error(`sub-protocol ${socket.protocol}`));
      first.forEach(say);
    });
    socket.on('message', (text) => {
      try {
        hear(JSON.parse(text.toString()), say, socket);
      } catch (error) {
        reject(error);
        socket.terminate();
      }
    });
    socket.on('close', (code) => resolve(code));
    socket.on('error', reject);
  });

const init = { type: 'connection_init', payload: { authorization: `Bearer ${target.token}` } };
const goodbye = { type: 'connection_terminate' };

check('ack, then ka', async () => {
  const heard = [];
  await talk([init], (message, say) => heard.push(message.type) === 2 && say(goodbye));
  assert.deepEqual(heard, ['connection_ack', 'ka']);
});

for (const kind of ['query', 'mutation'])
  check(`a ${kind} is data, then complete`, async () => {
    const heard = [];
    await talk([init, { id: 'q', type: 'start', payload: unique(target[kind]) }], (message, say) => {
      if (message.id === 'q') heard.push(message);
      if (message.type === 'complete') say(goodbye);
    });
    assert.deepEqual(heard.map((m) => m.type), ['data', 'complete']);
    assertData(heard[0].payload);
  });

check('a subscription brings data until stop', async () => {
  const done = trigger();
  let data = 0;
  await talk([init, { id: 's', type: 'start', payload: target.subscription }], (message, say) => {
    if (message.type !== 'data' || data++) return;
    assertData(message.payload);
    say({ id: 's', type: 'stop' });
    say({ id: 's', type: 'start', payload: target.query }); // a stopped id is free at once
    say(goodbye);
  });
  done();
  assert.ok(data >= 1);
});

check('a faulty document is an error with a message', async () => {
  let error;
  await talk([init, { id: 'x', type: 'start', payload: { query: '{ noSuchFieldAnywhere }' } }], (message, say) => {
    if (message.type !== 'error') return;
    error = message;
    say(goodbye);
  });
  assert.equal(error.id, 'x');
  assert.ok(error.payload.message);
});

check('a refused token is a connection_error, then 4401', async () => {
  const heard = [];
  const code = await talk([{ type: 'connection_init', payload: { token: 'no.such.token' } }], (m) => heard.push(m.type));
  assert.deepEqual(heard, ['connection_error']);
  assert.equal(code, 4401);
});

check('connection_terminate closes with 1000', async () => assert.equal(await talk([init, goodbye]), 1000));

await run('legacy-ws');
