import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const virtual = 'virtual:document';
const tagged = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const named = /\b(query|mutation|subscription)\s+(\w+)\s*[({]/;

/**
 * In the built app each page carries its own documents, as the generator printed them and with the hash by which the server trusts them. The
 * generator's own map holds all documents of all pages, twice.
 */
export function documents(manifest: string): Plugin {
  const known = new Map<string, { hash: string; text: string }>();
  return {
    name: 'documents',
    apply: 'build',
    buildStart() {
      for (const [hash, text] of Object.entries(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>)) known.set(named.exec(text)![2]!, { hash, text });
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load: (id) => (id === `\0${virtual}`
      ? `import { createRequest } from 'urql';\nexport const document = (hash, text) => Object.assign(createRequest(text).query, { __meta__: { hash } });` : undefined),
    transform(code, id) {
      if (!/\/(app|features|records)\/.*\.tsx?$/.test(id) || !code.includes('graphql(`')) return undefined;
      const changed = code.replace(tagged, (_, text: string) => {
        if (/^\s*fragment\s/.test(text)) return '{}'; // part of the text of whichever document spreads it
        const document = known.get(named.exec(text)?.[2] ?? '');
        if (!document) throw new Error(`${id}: this document is not in ${manifest}. Generate first.`);
        return `/* @__PURE__ */ document(${JSON.stringify(document.hash.replace('sha256:', ''))}, ${JSON.stringify(document.text)})`;
      });
      return { code: `import { document } from '${virtual}';\n${changed}`, map: null };
    },
    // Beside the page and not among its assets: the server trusts what stands there, and hands it to nobody.
    writeBundle({ dir }) {
      const [half, whole] = [join(dir!, 'persisted-documents.new'), join(dir!, 'persisted-documents.json')];
      copyFileSync(manifest, half);
      renameSync(half, whole); // a server that runs already reads it at any moment
    },
  };
}
