import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compressed.ts';

// The server hands out dist/app: the page for every address of the app, and its files under /assets.
export default defineConfig({
  root: 'app',
  plugins: [react(), compressed()],
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
    },
  },
});
