import { describe, expect, test } from 'vitest';
import { codeErrors } from '../../src/cli/code-errors.ts';

const root = '/blog/';

/** An error with the properties that Astro, Vite and Node add. */
function thrown(message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), { stack: '' }, properties);
}

/** Returns the errors as they are printed. */
function lines(error: Error): string[] {
  return codeErrors(error, root).map(
    ({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`,
  );
}

describe('an error in the code of a blog', () => {
  test.each<[string, Error, string[]]>([
    [
      'that a compiler reports is where it says, each of them',
      thrown('Build failed with 2 errors:\n…', {
        errors: [
          thrown('Unexpected token\n  frame', {
            id: '/blog/src/pages/a.astro',
            loc: { file: '/blog/src/pages/a.astro', line: 2, column: 10 },
          }),
          thrown("[postcss] ENOENT: no such file or directory, open '/blog/b.css'", {
            id: '/blog/src/styles/theme.css',
            loc: { file: undefined, line: undefined, column: Number.NaN },
          }),
        ],
      }),
      [
        'src/pages/a.astro:2:11  Unexpected token',
        "src/styles/theme.css:1:1  [postcss] ENOENT: no such file or directory, open 'b.css'",
      ],
    ],
    [
      'that a page throws is at its first place in the sources',
      thrown('no', {
        stack:
          'Error: no\n    at f (/blog/node_modules/a/index.js:1:1)\n    at Page (/blog/src/pages/a.astro:4:7)\n    at /blog/src/b.ts:1:1',
      }),
      ['src/pages/a.astro:4:7  no; pass --verbose to check or build for the stack'],
    ],
    [
      'in the paths of a page is in its file',
      thrown('getStaticPaths() is required', { loc: { file: 'src/pages/[a].astro' } }),
      ['src/pages/[a].astro:1:1  getStaticPaths() is required'],
    ],
    [
      'in the styles of a component is in its file',
      thrown('Build failed', {
        errors: [
          thrown('Unknown word', { id: '/blog/src/pages/a.astro?astro&type=style&lang.css' }),
        ],
      }),
      ['src/pages/a.astro:1:1  Unknown word'],
    ],
    [
      'that an integration in Astro’s configuration throws is there',
      thrown('no', { stack: 'Error: no\n    at hook (file:///blog/astro.config.mjs?t=1796:2:10)' }),
      ['astro.config.mjs:2:10  no; pass --verbose to check or build for the stack'],
    ],
    [
      'that a component of the engine throws is in the page that uses it',
      thrown('no', {
        stack: 'Error: no\n    at f (/blog/node_modules/octavo/src/a.js:1:1)',
        component: 'src/pages/a.astro',
      }),
      ['src/pages/a.astro:1:1  no; pass --verbose to check or build for the stack'],
    ],
    [
      'of the engine is none',
      thrown('no', { stack: 'Error: no\n    at f (/blog/node_modules/octavo/src/a.js:1:1)' }),
      [],
    ],
    [
      'in a package is none',
      thrown('Build failed', { errors: [thrown('no', { id: '/blog/node_modules/a/b.css' })] }),
      [],
    ],
  ])('%s', (_, error, expected) => {
    expect(lines(error)).toEqual(expected);
  });
});
