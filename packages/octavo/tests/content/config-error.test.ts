import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configError } from '../../src/content/config-error.ts';

const root = `${mkdtempSync(join(tmpdir(), 'octavo-'))}/`;
mkdirSync(join(root, 'src'));
writeFileSync(join(root, 'src/site.config.ts'), "import a from 'a';\nimport b from './b.ts';\n");

/** An error as Node or Vite throws it, from the import in the test's title. */
function thrown(message: string, stack: string, more: object = {}): Error {
  return Object.assign(new Error(message), { stack }, more);
}

describe('an error of src/site.config.ts', () => {
  test.each<[string, unknown, string]>([
    [
      'that Node cannot parse is at the caret',
      thrown(
        "Expected ',', got 'ident'",
        `${root}src/site.config.ts:4\n  title: 'a'\n  url: 'b',\n  ^^^\n};\n\nSyntaxError: Expected\n    at parseTypeScript (node:internal/modules/typescript:72:36)`,
      ),
      "src/site.config.ts:4:3  Expected ',', got 'ident'",
    ],
    [
      'that Vite cannot parse is where Vite says',
      thrown('Transform failed with 1 error:\n…', '', {
        errors: [
          {
            message: '\x1b[31m[PARSE_ERROR] \x1b[0mExpected `,`\n   ╭─[ src/site.config.ts:4:3 ]',
            loc: { file: `${root}src/site.config.ts`, line: 4, column: 2 },
          },
        ],
      }),
      'src/site.config.ts:4:3  Expected `,`',
    ],
    [
      'that it throws is at the first frame in the sources of the blog',
      thrown(
        'nope is not defined',
        `ReferenceError: nope is not defined\n    at call (file://${root}node_modules/a/index.js:1:1)\n    at keys (file://${root}src/keys.ts:7:12)\n    at file://${root}src/site.config.ts:2:25`,
      ),
      'src/keys.ts:7:12  nope is not defined',
    ],
    [
      'about a package that is not found is at its import',
      thrown(`Cannot find package 'a' imported from ${root}src/site.config.ts`, ''),
      "src/site.config.ts:1:15  Cannot find package 'a'",
    ],
    [
      'about a file that is not found is at its import',
      thrown(`Cannot find module '${root}src/b.ts' imported from ${root}src/site.config.ts`, ''),
      "src/site.config.ts:2:15  Cannot find module 'src/b.ts'",
    ],
    ['without a position is at its start', 'text', 'src/site.config.ts:1:1  text'],
  ])('%s', (_, error, message) => {
    expect(configError(error, root)).toMatchObject({
      name: 'SettingsError',
      message,
      stack: '',
    });
  });
});
