// The documents of documents/*.graphql against an SDL file: as graphql-codegen and as relay-compiler understand them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, parse, validate } from 'graphql';
import { check, run, target } from './checks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = target.documents ?? join(here, 'documents');
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
const sdl = readFileSync(target.schema, 'utf8');
const operations = texts.join('\n').match(/^(query|mutation|subscription)\s/gm)?.length ?? 0;

const workshop = mkdtempSync(join(tmpdir(), 'conformance-'));
process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));

check(`graphql-js finds the documents valid (${operations} operations in ${files.length} files)`, () => {
  assert.ok(operations > 0);
  assert.deepEqual(validate(buildSchema(sdl), parse(texts.join('\n'))).map((error) => error.message), []);
});

check('the example queries of the GraphiQL page are valid', () => {
  const examples = join(here, '../../src/CaseManager.Web/ide/examples');
  const schema = buildSchema(sdl);
  const faults = readdirSync(examples).flatMap((name) =>
    validate(schema, parse(readFileSync(join(examples, name), 'utf8'))).map((error) => `${name}: ${error.message}`),
  );
  assert.deepEqual(faults, []);
});

check('graphql-codegen generates types and persisted documents', async () => {
  const { generate } = await import('@graphql-codegen/cli');
  const out = join(workshop, 'codegen/');
  await generate(
    {
      schema: target.schema,
      documents: join(folder, '*.graphql'),
      cwd: here,
      silent: true,
      errorsOnly: true,
      generates: { [out]: { preset: 'client', presetConfig: { persistedDocuments: true }, config: { strictScalars: false } } },
    },
    true,
  );
  const persisted = JSON.parse(readFileSync(join(out, 'persisted-documents.json'), 'utf8'));
  assert.equal(Object.keys(persisted).length, operations);
});

check('relay-compiler compiles and persists', () => {
  const project = join(workshop, 'relay');
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{"name":"relay-check","private":true}');
  writeFileSync(join(project, 'schema.graphql'), sdl);
  writeFileSync(join(project, 'persisted.json'), '{}'); // it must exist first
  // Relay names an operation after its module: one module for each operation or fragment.
  texts.flatMap((text) => parse(text).definitions.map((d) => text.slice(d.loc.start, d.loc.end))).forEach((definition) => {
    const name = /^(?:query|mutation|subscription|fragment)\s+(\w+)/.exec(definition)[1];
    const module = name.replace(/(Query|Mutation|Subscription|_\w+)$/, '');
    writeFileSync(join(project, 'src', `${module}.js`), `import { graphql } from 'relay-runtime';\ngraphql\`\n${definition}\n\`;\n`, { flag: 'a' });
  });
  writeFileSync(
    join(project, 'relay.config.json'),
    JSON.stringify({ src: './src', schema: './schema.graphql', language: 'javascript', persistConfig: { file: './persisted.json' } }),
  );
  const cli = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
  execFileSync(process.execPath, [cli, 'relay.config.json'], { cwd: project, stdio: 'pipe' });
  assert.equal(Object.keys(JSON.parse(readFileSync(join(project, 'persisted.json'), 'utf8'))).length, operations);
});

await run('documents');
