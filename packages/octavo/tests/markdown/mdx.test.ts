import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mdxToJs, type Data } from 'satteri';
import { describe, expect, test } from 'vitest';
import { mdxDocument } from '../../src/markdown/mdx.ts';
import { links } from '../../src/markdown/links/links.ts';
import { post } from '../../../../tests/posts.ts';
import { AUTHOR, content, folder, found, render, settings } from '../helpers.ts';

describe('MDX that is wrong is a mistake at its place', () => {
  test.each([
    [
      'an element that is never closed',
      'A\n\n<Note>\n\nB',
      '3:1',
      'Expected a closing tag for `<Note>`',
    ],
    [
      'an element of HTML that is never closed',
      'A <br> B',
      '1:3',
      'Expected a closing tag for `<br>`',
    ],
    ['a closing tag alone', '</div>', '1:1', 'Unexpected closing tag `</div>`'],
    [
      'a brace that is never closed',
      'A { B',
      '1:3',
      'expected a corresponding closing brace for `{`',
    ],
    [
      'a comment of HTML',
      'A\n\n<!-- B -->',
      '3:1',
      'to create a comment in MDX, use `{/* text */}`',
    ],
    ['an expression', 'A\n\n{1 +}', '3:5', 'Could not parse expression'],
  ])('%s', async (_, mdx, place, message) => {
    const { diagnostics } = await render(mdx, { format: 'mdx' });
    expect(found(diagnostics)).toEqual([expect.stringContaining(`${place} MDX: `)]);
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'src/content/posts/post.mdx' });
  });

  test('that is told in one line, without the name of the rule', async () => {
    const { diagnostics } = await render('<Note>\n\nA', { format: 'mdx' });
    expect(diagnostics[0]?.message).not.toMatch(/\n|\(mdx/);
  });

  test('beside those of its links', async () => {
    const { diagnostics } = await render('[x](./nope.md)\n\nA', { format: 'mdx' });
    expect(found(diagnostics)).toEqual(['1:1 link: there is no ./nope.md here']);
  });
});

test('MDX is left to Astro to render', async () => {
  expect((await render('# A\n\n<Note>B</Note>', { format: 'mdx' })).html).toBe('');
});

describe('where Astro renders MDX', () => {
  /** Compiles the text of src/content/posts/a.mdx in a folder, as Astro does. */
  async function compile(root: string, mdx: string): Promise<string> {
    const data: Data = {};
    const { code } = await mdxToJs(mdx, {
      data,
      fileURL: pathToFileURL(join(root, 'src/content/posts/a.mdx')),
      mdastPlugins: [mdxDocument(pathToFileURL(`${root}/`), settings()), links.mdast],
    });
    return code;
  }

  test('a link to a file leads to its page', async () => {
    const root = folder({ ...AUTHOR, ...content({ 'posts/b.md': post({ slug: 'other' }) }) });
    expect(await compile(root, '[x](./b.md#c)')).toContain('"/posts/other/#c"');
  });

  test('a link to nothing stays, since the loader has told of it', async () => {
    expect(await compile(folder(AUTHOR), '[x](./b.md)')).toContain('"./b.md"');
  });
});
