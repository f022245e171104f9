import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

// Types come from the committed schema, never from a running server. The documents become the server's trusted documents.
export default {
  schema: '../../schema.graphql',
  documents: ['app/**/*.{ts,tsx}', 'features/**/*.{ts,tsx}', 'records/**/*.{ts,tsx}'],
  generates: {
    'gql/possible.json': { plugins: ['./possible.js'] },
    'gql/': {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform], // the cache knows records by it
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' }, fragmentMasking: { unmaskFunctionName: 'read' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          DateTime: 'string', Date: 'string', Long: 'number', TimeSpan: 'string', LocalTime: 'string', LocalDate: 'string', UUID: 'string', URL: 'string', Decimal: 'number', Any: 'unknown',
        },
      },
    },
  },
} satisfies CodegenConfig;
