import { isAbstractType } from 'graphql';

/** For codegen: which types an interface or a union can be, so that the cache knows it and does not guess. */
export const plugin = (schema) => JSON.stringify(Object.fromEntries(
  Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
    .map((type) => [type.name, schema.getPossibleTypes(type).map((one) => one.name)]),
));
