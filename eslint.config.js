import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * The folders of packages/octavo/src/, from the lowest up: each imports from those before it only.
 * docs/src/content/pages/explanation/architecture.md says what each is for.
 */
const ROOMS = [
  'strings',
  'styles',
  'html',
  'diagnostics',
  'terminal',
  'words',
  'addresses',
  'settings',
  'content',
  'markdown',
  'owner',
  'blog',
  'site',
  'policy',
  'build',
  'cards',
  'redirects',
  'checks',
  'loader',
  'search',
  'feeds',
  'head',
  'sitemap',
  'twins',
  'slots',
  'components',
  'layouts',
  'routes',
  'dev',
  'upgrade',
  'editors',
  'cli',
];

/** The clock is read once, by content/load-context.ts. */
const CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The moment of a command is context.now.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The moment of a command is context.now.',
  },
];

const oneWay = ROOMS.slice(0, -1).map((room, index) => ({
  files: [`packages/octavo/src/${room}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?:\\.\\./)+(?:${ROOMS.slice(index + 1).join('|')})/`,
            message: `Imports run one way: ${room}/ imports only from ${ROOMS.slice(0, index).join('/, ') || 'nothing'}.`,
          },
        ],
      },
    ],
  },
}));

/** Rooms of pure functions: no disk, no clock, no environment, no Astro, no virtual module. */
const PURE = '{strings,html,diagnostics,words,addresses,settings,blog}';

const pure = {
  files: [`packages/octavo/src/${PURE}/**/*.ts`],
  rules: {
    'no-restricted-globals': ['error', 'process', 'globalThis', 'console'],
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(?:astro|virtual:|node:(?!crypto$|path$|url$|util$))',
            message: `${PURE} are pure: pass what a function needs as an argument.`,
          },
        ],
      },
    ],
    'no-restricted-syntax': ['error', ...CLOCK],
  },
};

export default defineConfig(
  globalIgnores([
    '**/dist*/',
    '**/node_modules/',
    '**/.astro/',
    '**/.cache/',
    'tests/fixtures/',
    'public/',
  ]),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  astro.configs['jsx-a11y-recommended'],
  {
    rules: {
      // An index that was just made is there; TypeScript cannot know.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // An ambient module can name a relative one by import() alone.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
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
  {
    files: ['packages/octavo/src/**/*.{ts,astro}'],
    ignores: [
      'packages/octavo/src/{cards,upgrade}/**',
      'packages/octavo/src/content/load-context.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK] },
  },
  pure,
);
