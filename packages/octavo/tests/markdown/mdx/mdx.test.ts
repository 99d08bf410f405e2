import { mdxToJs, type Data } from 'satteri';
import { describe, expect, test } from 'vitest';
import { mdxDocument } from '../../../src/markdown/mdx/mdx.ts';
import { links } from '../../../src/markdown/links/links.ts';
import { checkText } from '../../checks/helpers.ts';
import { context, found, render } from '../../helpers.ts';

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
    const siteIndex = { address: () => undefined, exists: () => false };
    const problems = await checkText('[x](./nope.md)\n\nA', { format: 'mdx', siteIndex });
    expect(problems).toEqual(['1:1 link: ./nope.md not found']);
  });
});

test('MDX is left to Astro to render', async () => {
  expect((await render('# A\n\n<Note>B</Note>', { format: 'mdx' })).html).toBe('');
});

describe('where Astro renders MDX', () => {
  const address = (path: string) =>
    path === 'src/content/posts/b.md' ? '/posts/other/' : undefined;

  /** Compiles the text of src/content/posts/a.mdx beside a post b.md, as Astro does. */
  async function compile(mdx: string): Promise<string> {
    const data: Data = {};
    const { code } = await mdxToJs(mdx, {
      data,
      fileURL: new URL('file:///site/src/content/posts/a.mdx'),
      mdastPlugins: [mdxDocument(context('/site/'), () => ({ address }))],
      hastPlugins: [links.hast],
    });
    return code;
  }

  test('a link to a file leads to its page', async () => {
    expect(await compile('[x](./b.md#c)')).toContain('"/posts/other/#c"');
  });

  test('a link to nothing stays, since the loader has told of it', async () => {
    expect(await compile('[x](./c.md)')).toContain('"./c.md"');
  });
});
