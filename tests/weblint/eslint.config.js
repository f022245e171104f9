import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

// The same in every language.
const names = '\\s*(CaseManager|GraphiQL|GraphQL|Ctrl K|Ctrl|UTC|Esc|Shift|TLP)\\s*';

// The web app's own TypeScript is newer than the linter's: it reads the syntax only, and the types are checked by the app's compiler.
export default defineConfig(
  { ignores: ['**/gql/**', '**/dist/**'] },
  ts.configs.recommended,
  ts.configs.stylistic,
  a11y.flatConfigs.recommended,
  hooks.configs.flat['recommended-latest'] ?? hooks.configs.flat.recommended,
  {
    rules: {
      'react-hooks/set-state-in-effect': 'off', // a hint of speed, not of truth
      'react-hooks/incompatible-library': 'off', // nothing is compiled by React's compiler
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: `JSXText[value=/^(?!${names}$).*[A-Za-z\\u00C0-\\u017F]{3,}/]`, message: 'What people read comes from texts/.' },
        { selector: `JSXAttribute[name.name=/^(aria-label|title|label|placeholder|description|alt)$/] > Literal[value=/^(?!${names}$).*[A-Za-z]{3,}/]`, message: 'What people read comes from texts/.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'No raw HTML.' },
      ],
      'jsx-a11y/no-autofocus': 'off', // a form that a key opened is where one goes on typing
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'article'], tags: ['article'] }],
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'no-eval': 'error',
    },
  },
);
