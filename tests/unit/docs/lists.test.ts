import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { slugify } from '../../../packages/octavo/src/addresses/slug.ts';
import { CALLOUTS } from '../../../packages/octavo/src/markdown/directives/callouts.ts';
import { CODE_WORDS } from '../../../packages/octavo/src/markdown/code/fence-options.ts';
import { ENDINGS } from '../../../packages/octavo/src/markdown/pictures/media.ts';
import { FONT_TOKENS } from '../../../packages/octavo/src/settings/font-tokens.ts';
import { WEIGHTS } from '../../browser/weights.ts';
import { manual, repository } from '../../docs.ts';

const pages = new Map(manual().map((page) => [page.path, page]));
const files = (pattern: string) => globSync(pattern, { cwd: repository });
const read = (path: string) => readFileSync(join(repository, path), 'utf8');

const TOKEN_FILES = [
  'tokens',
  'content/code-colors',
  'content/code',
  'content/code-options',
  'content/callouts',
  'content/diagrams',
].map((name) => `packages/octavo/src/styles/${name}.css`);
/** The tokens that a style sheet begins with, for the whole of a page or of what it is about. */
const tokens = TOKEN_FILES.flatMap((path) => {
  const [first = ''] = /^ *\S+ \{[^}]*\}/m.exec(read(path)) ?? [];
  return first.match(/--[\w-]+(?=:)/g) ?? [];
});
/** The tokens that have another as their default where they are used. */
const optional = TOKEN_FILES.flatMap((path) => read(path).match(/--[\w-]+(?=, var\()/g) ?? []);

describe('nothing is left out of the manual', () => {
  test.each([
    ['words of a block of code', 'docs/src/content/pages/reference/markdown.md', CODE_WORDS],
    [
      'kinds of callouts',
      'docs/src/content/pages/reference/markdown.md',
      CALLOUTS.map((kind) => `[!${kind.toUpperCase()}]`),
    ],
    [
      'kinds of files',
      'docs/src/content/pages/guides/pictures.md',
      ENDINGS.map((ending) => `\`${ending}\``),
    ],
    [
      'tokens',
      'docs/src/content/pages/guides/theming.md',
      [...tokens, ...optional].map((token) => `\`${token}\``),
    ],
    [
      'languages of the interface',
      'docs/src/content/pages/reference/settings.md',
      files('packages/octavo/src/strings/*.json').map((path) => `\`${basename(path, '.json')}\``),
    ],
    [
      'folders of the engine',
      'docs/src/content/pages/explanation/architecture.md',
      files('packages/octavo/src/*/').map((path) => `\n${basename(path)}/ `),
    ],
    [
      'limits of a page',
      'docs/src/content/pages/explanation/speed.md',
      WEIGHTS.map(({ name, transferred }) => `| ${name} | ${transferred} KB |`),
    ],
  ])('of the %s', (_, path, all) => {
    const text = pages.get(path)!.source.replace(/ +/g, ' ');
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter((one) => !text.includes(one))).toEqual([]);
  });
});

test('the address of a name is the one that the manual says', () => {
  const rows = pages
    .get('docs/src/content/pages/guides/writing.md')!
    .source.matchAll(/^\| `(.+?)` +\| `(.+?)` +\|$/gm);
  const said = [...rows].map(([, name = '', slug]) => [name, slug]);
  expect(said.length).toBeGreaterThan(3);
  expect(said).toEqual(said.map(([name = '']) => [name, slugify(name)]));
});

test('every token that the manual names is there', () => {
  const named = pages
    .get('docs/src/content/pages/guides/theming.md')!
    .codes.map(({ text }) => text);
  const known = new Set([...tokens, ...optional, ...Object.values(FONT_TOKENS)]);
  const unknown = named.filter((text) => text.startsWith('--') && !known.has(text));
  expect(unknown).toEqual([]);
});
