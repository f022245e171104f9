import { defineConfig } from 'vite';

// The server hands out dist/ under this path; the page itself is GET /graphql.
export default defineConfig({
  root: 'ide',
  base: '/graphql/ide/',
  build: {
    outDir: '../dist/ide',
    emptyOutDir: true,
    rolldownOptions: {
      // "use client" speaks to servers that render React; none does here.
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
    },
    chunkSizeWarningLimit: 5000, // Monaco is one large editor; it loads on this page only.
  },
  worker: { format: 'es' },
});
