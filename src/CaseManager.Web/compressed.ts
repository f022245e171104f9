import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worth = 1_000; // bytes: smaller files cost more in headers than they save

/** Each built file also as .br and .gz, so that the server never compresses while somebody waits. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      const assets = join(dir!, 'assets');
      for (const name of readdirSync(assets).filter((n) => /\.(m?js|css|json|svg)$/.test(n))) {
        const bytes = readFileSync(join(assets, name));
        if (bytes.length < worth) continue;
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
