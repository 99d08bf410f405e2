import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** A text that shows a file of code and takes in one of Markdown. */
const QUOTING = `\`\`\`ts file="../../notes/quoted.ts"
\`\`\`

::include{file="../../notes/included.md"}`;

const FILES = {
  'posts/one.md': post({ title: 'One', date: '2024-01-02', tags: ['A'] }, 'See [two](./two.md).'),
  'posts/two.md': post({ title: 'Two', date: '2024-01-01' }, '## Head\n\nText.'),
  'posts/four.md': post({ title: 'Four', date: '2022-01-01' }, QUOTING),
  'posts/three.mdx': post({ title: 'Three', date: '2023-01-01' }, 'See [two](./two.md).'),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
};

let site: TestSite;

/** Returns what a build of the same files without any cache makes. */
async function cold(): Promise<Map<string, string>> {
  site.removeCaches();
  return (await site.mustBuild()).snapshot();
}

beforeAll(async () => {
  site = new TestSite('warm', { files: FILES });
  site.write('notes/quoted.ts', 'export const first = 1;\n');
  site.write('notes/included.md', 'First.\n');
  await site.mustBuild();
});

describe('a build that takes over what has not changed', () => {
  test.each([
    ['nothing', () => undefined],
    [
      'a text',
      () =>
        site.write(
          'content/posts/two.md',
          post({ title: 'Two', date: '2024-01-01' }, 'Other text.'),
        ),
    ],
    [
      'the address of a post that others link to',
      () =>
        site.write(
          'content/posts/two.md',
          post({ title: 'Two', date: '2024-01-01', slug: 'zwei' }),
        ),
    ],
    [
      'a tag',
      () =>
        site.write(
          'content/posts/one.md',
          post({ title: 'One', date: '2024-01-02', tags: ['B'] }, 'See [two](./two.md).'),
        ),
    ],
    ['the author', () => site.write('content/authors/someone.md', '---\nname: Somebody\n---\n')],
    ['a page that is gone', () => site.remove('content/pages/about.md')],
    ['a Markdown feature', () => site.edit('markdown/code.ts', "'tabIndex', 0", "'tabIndex', -1")],
    [
      'a file that is quoted and one that is included',
      () => {
        site.edit('notes/quoted.ts', 'first', 'second');
        site.edit('notes/included.md', 'First', 'Second');
      },
    ],
    ['a setting', () => site.edit('site.config.ts', '"title": "Test"', '"title": "Other"')],
  ])('makes what a cold build makes, after a change of %s', async (_, change) => {
    change();
    const warm = (await site.mustBuild()).snapshot();
    expect(warm).toEqual(await cold());
  });

  test('shows the new text of files that are quoted and included', () => {
    expect(site.read('/posts/four/')).toMatch(/second[^]*Second/);
  });

  test('shows the new address where it is linked to', () => {
    expect(site.read('/posts/one/')).toContain('href="/posts/zwei/"');
    expect(site.read('/posts/three/')).toContain('href="/posts/zwei/"');
  });
});
