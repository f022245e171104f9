import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';
import { documents } from './documents.ts';

// The server hands out dist/app: the page for every address of the app, and its files under /assets.
// `npm run dev` shows each change at once, with a server that runs already (CASEMANAGER_SERVER, by default the README's).
const server = process.env.CASEMANAGER_SERVER ?? 'http://127.0.0.1:5080';

export default defineConfig({
  root: 'app',
  plugins: [documents('gql/persisted-documents.json'), react(), compressed()],
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': { target: server, ws: true }, '/dev-identity': server, '/app/sign-in.json': server, '/health': server },
  },
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // they know light-dark(), which cannot be made from older means here
    chunkSizeWarningLimit: 1_100, // kB: MapLibre is one large file, which only who opens a map fetches
    rolldownOptions: {
      // What every visit loads is one file: cut where a page shares some of it, it packs worse with each page there is.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
    },
  },
});
