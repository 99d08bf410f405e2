import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * Imports run one way: each folder of packages/octavo/src/ with the folders that it may import from.
 * docs/how-it-works.md, "The house", says why.
 */
const MAY_IMPORT = {
  strings: [],
  blog: ['strings'],
  meta: ['blog', 'strings'],
  markdown: ['blog', 'strings'],
  checks: ['blog', 'markdown', 'meta', 'strings'],
  loader: ['blog', 'checks', 'markdown', 'strings'],
  search: ['blog'],
  feeds: ['blog', 'meta', 'strings'],
  components: ['blog', 'feeds', 'markdown', 'meta', 'search', 'strings', 'styles'],
  layouts: ['blog', 'components', 'feeds', 'markdown', 'meta', 'strings', 'styles'],
  build: ['blog', 'strings'],
  cli: ['blog', 'build', 'checks', 'markdown', 'strings'],
};

const FOLDERS = [...Object.keys(MAY_IMPORT), 'routes'];

const oneWay = Object.entries(MAY_IMPORT).map(([folder, allowed]) => {
  const refused = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  return {
    files: [`packages/octavo/src/${folder}/**/*.{ts,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?:\\.\\./)+(?:${refused.join('|')})/`,
              message: `Imports run one way: ${folder}/ imports from ${allowed.join('/, ') || 'nothing'}.`,
            },
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  globalIgnores(['dist*/', '**/node_modules/', '.astro/', '.cache/', 'tests/fixtures/', 'public/']),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'],
  {
    rules: {
      // An index that was just made is there; TypeScript cannot know.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
    },
  },
  {
    files: ['scripts/*.mjs', 'packages/*/bin/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  ...oneWay,
);
