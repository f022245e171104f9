import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { session } from './session';

const endpoint = '/graphql';

const socket = createClient({
  url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}`,
  connectionParams: () => {
    const token = session.token();
    return token ? { Authorization: `Bearer ${token}` } : {};
  },
});

/** A socket is opened for one person: whoever signs in next gets a new one. */
export const hangUp = () => socket.terminate();

/** Queries and mutations go by POST, subscriptions by WebSocket, both with this tab's token. */
export const fetcher = createGraphiQLFetcher({
  url: endpoint,
  wsClient: socket,
  enableIncrementalDelivery: false,
  fetch: (input, init) => {
    const headers = new Headers(init?.headers);
    const token = session.token();
    if (token && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  },
});
