import { describe, expect, test } from 'vitest';
import { ignoreIn } from '../../src/content/ignores.ts';
import { post } from '../../../../tests/posts.ts';
import { checkFiles, checkText } from '../checks/helpers.ts';

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

  test('in front matter covers the next key, with its items', async () => {
    const source = (ignore: string) =>
      `---\ntitle: A\ndate: 2024-01-01\n${ignore}aliases:\n- /a/\n- /a/\nsummary: TODO\n---\n`;
    expect(await checkFiles({ 'posts/a.md': source('') })).toEqual([
      'posts/a.md:6:3 aliases[1]: duplicate alias /a/; remove one',
      'posts/a.md:7:1 warning: summary: TODO in published text; resolve or remove it',
    ]);
    expect(
      await checkFiles({ 'posts/a.md': source('# octavo-ignore alias-twice todo\n') }),
    ).toEqual(['posts/a.md:8:1 warning: summary: TODO in published text; resolve or remove it']);
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
