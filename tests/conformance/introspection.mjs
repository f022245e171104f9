// What a client generator does first: introspect with every option on, and build the schema from the answer.
import assert from 'node:assert/strict';
import { buildClientSchema, getIntrospectionQuery, printSchema, validateSchema } from 'graphql';
import { check, post, run } from './checks.mjs';

check('introspection with all options builds a client schema', async () => {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const answer = await post({ query });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  const schema = buildClientSchema(data);
  assert.deepEqual(validateSchema(schema), []);
  console.log(`types ${Object.keys(schema.getTypeMap()).length}, characters of SDL ${printSchema(schema).length}`);
});

await run('introspection');
