import { describe, expect, test } from 'vitest';
import type { CheckId } from '../../src/diagnostics/check-ids.ts';
import { ignoreIn, ignoresOfFrontMatter, withSettings } from '../../src/content/ignores.ts';
import { post } from '../../../../tests/posts.ts';
import { checkFiles, checkText } from '../checks/helpers.ts';
import { settings } from '../helpers.ts';

const TODO = 'warning: text: TODO in published text; resolve or remove it';

describe('a comment that switches a check off', () => {
  test.each<[string, string[] | undefined]>([
    ['<!-- octavo-ignore todo -->', ['todo']],
    ['/* octavo-ignore todo, heading-one */', ['todo', 'heading-one']],
    ['# octavo-ignore todo -- it is meant', ['todo']],
    ['<!-- octavo-ignore -->', []],
    ['<!-- octavo-ignored todo -->', undefined],
    ['<!-- see octavo-ignore todo -->', undefined],
  ])('%s names %j', (comment, ids) => {
    expect(ignoreIn(comment)).toEqual(ids);
  });

  test.each<[string, string, string[]]>([
    ['covers the next block', '<!-- octavo-ignore todo -->\n\nTODO\nTODO\n\nTODO', [`6:1 ${TODO}`]],
    ['may be directly above it', '<!-- octavo-ignore todo -->\nTODO\n\nTODO', [`4:1 ${TODO}`]],
    [
      'does not cover the block before it',
      'TODO\n\n<!-- octavo-ignore todo -->\n\nTODO',
      [`1:1 ${TODO}`],
    ],
    [
      'may follow another',
      '<!-- octavo-ignore todo -->\n<!-- octavo-ignore heading-one -->\n# TODO',
      [],
    ],
    [
      'covers with others in a row the block after them',
      '<!-- octavo-ignore todo -->\n\n<!-- octavo-ignore heading-one -->\n\n# TODO\n\nTODO',
      [`7:1 ${TODO}`],
    ],
    [
      'covers nothing at the end of its container',
      '> <!-- octavo-ignore todo -->\n\n<!-- octavo-ignore heading-one -->\n\nTODO',
      [`5:1 ${TODO}`],
    ],
    [
      'covers the block that contains it',
      'A TODO <!-- octavo-ignore todo -->\n\nTODO',
      [`3:1 ${TODO}`],
    ],
    [
      'covers the next block in its container',
      '> <!-- octavo-ignore todo -->\n>\n> TODO\n\nTODO',
      [`5:1 ${TODO}`],
    ],
    ['covers a whole list', '<!-- octavo-ignore todo -->\n\n- TODO\n- a\n\n  TODO', []],
    ['leaves other checks on', '<!-- octavo-ignore heading-one -->\n\nTODO', [`3:1 ${TODO}`]],
    [
      'works for what the Markdown features find',
      '<!-- octavo-ignore raw-html -->\n\n<p style="a">b</p>',
      [],
    ],
  ])('%s', async (_, body, found) => {
    expect(await checkText(body)).toEqual(found);
  });

  test('works in MDX', async () => {
    const body = '{/* octavo-ignore todo */}\n\nTODO\n\nTODO {/* octavo-ignore todo */}\n\nTODO';
    expect(await checkText(body, { format: 'mdx' })).toEqual([`7:1 ${TODO}`]);
  });

  test('with an unknown name is a warning', async () => {
    const body = '<!-- octavo-ignore tood -->\n\n<!-- octavo-ignore -->';
    expect(await checkText(body)).toEqual([
      '1:1 warning: octavo-ignore: unknown check tood; did you mean todo?',
      '3:1 warning: octavo-ignore: missing name of a check, as in octavo-ignore todo',
    ]);
  });

  test('in front matter covers all of it, and nothing in the body', async () => {
    const source = (ignore: string) =>
      `---\ntitle: A\ndate: 2024-01-01\n${ignore}aliases:\n- /a/\n- /a/\nsummary: TODO\n---\nTODO\n`;
    expect(await checkFiles({ 'posts/a.md': source('') })).toEqual([
      'posts/a.md:6:3 aliases[1]: duplicate alias /a/; remove one',
      'posts/a.md:7:1 warning: summary: TODO in published text; resolve or remove it',
      'posts/a.md:9:1 warning: text: TODO in published text; resolve or remove it',
    ]);
    expect(
      await checkFiles({ 'posts/a.md': source('# octavo-ignore alias-twice todo\n') }),
    ).toEqual(['posts/a.md:10:1 warning: text: TODO in published text; resolve or remove it']);
  });

  test('in front matter covers diagnostics of the whole file', async () => {
    const bundle = { 'posts/a/b.png': '' };
    const ignored = '---\n# octavo-ignore picture-unused\ntitle: A\ndate: 2024-01-01\n---\n';
    expect(await checkFiles({ ...bundle, 'posts/a/index.md': post({}) })).toEqual([
      'posts/a/index.md:1:1 warning: picture: ./b.png is unused; remove it or show it',
    ]);
    expect(await checkFiles({ ...bundle, 'posts/a/index.md': ignored })).toEqual([]);
  });

  test('in front matter with an unknown name is a warning', async () => {
    const source = '---\n# octavo-ignore tood\ntitle: A\ndate: 2024-01-01\n---\n';
    expect(await checkFiles({ 'posts/a.md': source })).toEqual([
      'posts/a.md:2:1 warning: octavo-ignore: unknown check tood; did you mean todo?',
    ]);
  });
});

describe('a comment in front matter', () => {
  test.each([
    ['no comment', '---\ntitle: octavo-ignore todo\n---\n'],
    ['a comment in the body', '---\ntitle: A\n---\n\n# octavo-ignore todo\n'],
    ['no front matter', '# octavo-ignore todo\n\nText.\n'],
    ['another comment', '---\n# see octavo-ignore\ntitle: A\n---\n'],
  ])('is none where there is %s', (_, source) => {
    expect(ignoresOfFrontMatter('a.md', source)).toEqual([]);
  });

  test('is at its own position', () => {
    const source = '---\na:\n  # octavo-ignore todo\n  b: c\n---\n';
    expect(ignoresOfFrontMatter('a.md', source)).toMatchObject([{ line: 3, column: 3 }]);
  });
});

test.each([
  ['before the first line', { line: 2 }, true],
  ['in the first line', { line: 3 }, false],
  ['in the last line', { line: 5 }, false],
  ['after the last line', { line: 6 }, true],
  ['of another check', { rule: 'heading-one' }, true],
  ['that is no check', { rule: undefined }, true],
  ['in another file', { file: 'b.md' }, true],
] as const)('a diagnostic %s stays: %s', (_, given, stays) => {
  const at = { file: 'a.md', line: 4, column: 1, severity: 'warning', message: 'TODO' } as const;
  const diagnostic = { ...at, rule: 'todo' as const, ...given };
  const ignores = [{ file: 'a.md', line: 2, column: 1, ids: ['todo'], first: 3, last: 5 }];
  expect(withSettings([diagnostic], ignores, settings())).toEqual(stays ? [diagnostic] : []);
});

test.each([
  [true, 'warning'],
  [false, undefined],
  ['off', undefined],
  ['warn', 'warning'],
  ['error', 'error'],
] as const)('a check set to %s has the severity %s', (todo, severity) => {
  const at = { file: 'a.md', line: 4, column: 1, severity: 'warning', message: 'TODO' } as const;
  const diagnostics = [{ ...at, rule: 'todo' as const }];
  const found = withSettings(diagnostics, [], settings({ checks: { todo } }));
  expect(found.map((one) => one.severity)).toEqual(severity === undefined ? [] : [severity]);
});

/** Files with an error each, by the name of its check; the comment is a line above the error. */
const front = (key = '') => `---\ntitle: A\n# COMMENT\n${key}\ndate: 2024-01-01\n---\n`;
const text = (body: string) => `${front()}\n<!-- COMMENT -->\n\n${body}\n`;
const ERRORS: readonly [id: CheckId, file: string][] = [
  ['alias-of-itself', front('aliases: [/posts/p0/]')],
  ['alias-taken', front('aliases: [/tags/]')],
  ['alias-twice', front('aliases: [/a/, /a/]')],
  ['author-unknown', front('authors: [joe]')],
  ['callout', text('> [!NOET]\n> x')],
  ['code-file', text('```js file="./a.js"\n```')],
  ['dead-link', text('[a](/nowhere/)')],
  ['dead-link', text('[a](./nowhere.md)')],
  ['dead-link', text('[a](https://example.com/nowhere/)')],
  ['directive', text('::nowhere')],
  ['directive', text(':::nowhere\nText\n:::')],
  ['empty-link', text('[a]()')],
  ['footnote-undefined', text('a[^1]')],
  ['formula', text('$\\frac{$')],
  ['front-matter', front('colour: red')],
  ['guid-taken', front('guid: a')],
  ['id-twice', text('## A {#main}')],
  ['include', text('::include{file="./none.md"}')],
  ['missing-anchor', text('[a](#nowhere)')],
  ['missing-anchor', text('[a](./a.md#nowhere)')],
  ['missing-anchor', text('[a](/posts/x/#nowhere)')],
  ['missing-picture', text('![a](./a.png)')],
  ['missing-picture', front('cover: { image: ./a.png, alt: A }')],
  ['open-comment', text('<!-- a')],
  ['open-fence', text('```js')],
  ['picture-alt', text('![](https://example.org/a.png)')],
  ['updated-before-date', front('updated: 2023-01-01')],
  ['url-taken', front('slug: x')],
];

describe('every error', () => {
  const twin = { 'posts/a.md': '---\ntitle: A\nguid: a\nslug: x\ndate: 2024-01-01\n---\n' };
  /** Returns what is found with a comment in each file, and every check set to a severity. */
  const check = async (level: 'error' | 'warn' | 'off', comment?: (id: CheckId) => string) => {
    const posts = ERRORS.map(([id, source], index) => [
      `posts/p${index}.md`,
      source.replaceAll('COMMENT', comment?.(id) ?? 'a comment'),
    ]);
    const files = { ...twin, ...(Object.fromEntries(posts) as Record<string, string>) };
    const checks = Object.fromEntries(ERRORS.map(([id]) => [id, level]));
    return (await checkFiles(files, { checks })).sort();
  };

  test('can be a warning, or off by the settings or by a comment', async () => {
    const errors = await check('error');
    const found = errors.map((line) => Number(/^posts\/p(\d+)/.exec(line)?.[1]));
    expect(found.sort((a, b) => a - b)).toEqual(ERRORS.map((_, index) => index));
    expect(await check('warn')).toEqual(
      errors.map((line) => line.replace(/:\d+:\d+ /, '$&warning: ')),
    );
    expect(await check('off')).toEqual([]);
    expect(await check('error', (id) => `octavo-ignore ${id}`)).toEqual([]);
  });
});
