import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { createClient, type Client as Socket } from 'graphql-ws';
import possibleTypes from '../gql/possible.json';
import { line } from '../ui/line';

const endpoint = '/graphql';

/** What asks and follows on behalf of one person. Another person gets another one: nothing of the first is left in it. */
export function clientFor(token: string) {
  let heard = Date.now();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${endpoint}`,
    connectionParams: () => ({ Authorization: `Bearer ${token}` }),
    lazyCloseTimeout: 5_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (tries) => new Promise((wait) => setTimeout(wait, Math.min(250 * 2 ** tries, 5_000))),
    shouldRetry: () => true,
    // A line that broke without a word is known by what is not answered: within four seconds.
    keepAlive: 2_000,
    on: {
      connected: () => line.is('open'),
      message: () => (heard = Date.now()),
      ping: (received) => {
        if (!received) silence = setTimeout(() => socket.terminate(), 2_000);
      },
      pong: (received) => received && clearTimeout(silence),
      closed: (event) => {
        clearTimeout(silence);
        // Nobody followed anything any more: that is no loss.
        if ((event as { code?: number }).code === 1000) line.is('idle');
        else line.is('lost', heard);
      },
    },
  });
  const client = new Client({
    url: endpoint,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { authorization: `Bearer ${token}`, accept: 'application/graphql-response+json, application/json' } }),
    exchanges: [keepLast(), cache(), ...(import.meta.env.PROD ? [trusted] : []), fetchExchange, subscriptionExchange({ forwardSubscription: (request) => follow(socket, request) })],
  });
  return { client, hangUp: () => void socket.dispose() };
}

// A document of the build goes by its hash; the text follows where the server has another build than the page.
const trusted = persistedExchange({
  preferGetForPersistedQueries: false,
  enableForMutation: true,
  generateHash: (_, document) => Promise.resolve((document as { __meta__?: { hash: string } }).__meta__?.hash ?? ''),
});

// Where no answer comes at all, what was answered last stays on the page: that the line is lost is said beside it. A refusal takes it away.
function keepLast() {
  const last = new Map<number, unknown>();
  return mapExchange({
    onOperation: (operation) => {
      if (operation.kind === 'teardown') last.delete(operation.key);
    },
    onResult: (result) => {
      const { operation: { key, kind }, data, error } = result;
      if (kind !== 'query') return result;
      if (data != null) last.set(key, data);
      else if (error?.networkError && !error.response && last.has(key)) return { ...result, data: last.get(key) };
      return result;
    },
  });
}

function follow(socket: Socket, request: { query?: string; variables?: object }) {
  return {
    subscribe: (sink: { next(value: never): void; error(fault: unknown): void; complete(): void }) => {
      const variables = { ...request.variables } as Record<string, unknown>;
      return { unsubscribe: socket.subscribe({ query: request.query ?? '', variables }, {
        next: (value) => {
          // Should the line break, the socket asks again with these: what came meanwhile is told then.
          const point = (value.extensions as { point?: string } | undefined)?.point;
          if (point && variables.since) variables.since = point;
          sink.next(value as never);
        },
        error: (fault) => sink.error(fault),
        // urql does not tell its hooks that the server ended a subscription, only that it failed.
        complete: () => sink.error([{ message: 'The server ended it.' }]),
      }) };
    },
  };
}

// Records are known by their global ids; what has none belongs to the record it was read with.
function cache() {
  const keys = new Proxy<KeyingConfig>({}, { get: () => (data: { id?: string | number | null }) => (data.id == null ? null : String(data.id)), has: () => true });
  return cacheExchange({
    keys, possibleTypes,
    resolvers: {
      Case: { tasks: relayPagination() },
      Query: {
        agencies: relayPagination(), cases: relayPagination(), exhibits: relayPagination(), exposure: relayPagination(), officers: relayPagination(), operations: relayPagination(), readLog: relayPagination(),
        search: relayPagination(), tasks: relayPagination(),
      },
    },
  });
}
