import { describe, expect, test } from 'vitest';
import { DEFAULT_SITE } from '../../../src/markdown/document.ts';
import { filesNamed, type NamedFile } from '../../../src/markdown/links/names.ts';
import { withReplaced } from '../../../src/markdown/links/wikilinks.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { NO_EXTENSIONS } from '../../../src/settings/context.ts';
import { post } from '../../../../../tests/posts.ts';
import { checkFiles } from '../../checks/helpers.ts';
import { found } from '../../helpers.ts';

const file = (name: string, title: string, code = 'en', aliases: string[] = []): NamedFile => {
  const path = `src/content/posts/${name}${code === 'en' ? '' : `.${code}`}.md`;
  return { path, code, name, title, aliases };
};

const CONTENT = [
  file('other', 'The other “post”'),
  file('2024/Größe', 'C# in a (small) box: 10:30', 'en', ['/old/name/']),
  file('a/twice', 'Twice'),
  file('b/twice', 'Twice'),
  file('root', 'Root'),
  file('c/root', 'Third'),
  file('named-other', 'Other'),
  file('nur', 'Nur auf Deutsch', 'de'),
  file('other', 'Der andere', 'de'),
  file('ja', '日本', 'ja'),
  { ...file('both', 'Both'), path: 'src/content/posts/both.md' },
  { ...file('both', ''), path: 'src/content/notes/both.md' },
];
const MEDIA = ['src/content/posts/pic.png', 'src/content/media/a circle.png'];

describe('a name stands for', () => {
  const named = filesNamed(CONTENT, MEDIA, ['en', 'de', 'ja']);

  test.each([
    ['en other', ['other.md']],
    ['en OTHER ', ['other.md']],
    ['en other.md', ['other.md']],
    ['de other', ['other.de.md']],
    ['ja other', ['other.md']],
    ['de The other “post”', ['other.md']],
    ['en nur', ['nur.de.md']],
    ['en Nur auf Deutsch', ['nur.de.md']],
    ['en größe', ['2024/Größe.md']],
    ['en gro\u0308ße', ['2024/Größe.md']],
    ['en 2024/größe', ['2024/Größe.md']],
    ['en name', ['2024/Größe.md']],
    ['en old/name', ['2024/Größe.md']],
    ['en twice', ['a/twice.md', 'b/twice.md']],
    ['en a/twice', ['a/twice.md']],
    ['en root', ['root.md']],
    ['en c/root', ['c/root.md']],
    ['en both', ['both.md', '../notes/both.md']],
    ['en posts/both', ['both.md']],
    ['de notes/both', ['../notes/both.md']],
    ['en .', []],
    ['en pic.png', ['pic.png']],
    ['en a circle.png', ['../media/a circle.png']],
    ['en nothing', []],
  ])('%s: %j', (query, files) => {
    expect(named(query)).toEqual(
      files.map((path) => `src/content/posts/${path}`.replace('posts/../', '')),
    );
  });

  test('and its language alone for all names', () => {
    expect(named('de')).toEqual(['nur', 'Nur auf Deutsch', 'other', 'Der andere']);
  });
});

/** Renders the post src/content/posts/post.md of a blog with the files. */
async function rendered(body: string, { wikilinks = true, format = 'md' as 'md' | 'mdx' } = {}) {
  const {
    html,
    replaced: links,
    diagnostics,
  } = await renderMarkdown(
    { path: `src/content/posts/post.${format}`, format, body },
    {
      root: new URL('file:///site/'),
      site: { ...DEFAULT_SITE, wikilinks },
      plugins: NO_EXTENSIONS,
      siteIndex: {
        named: filesNamed(CONTENT, MEDIA, ['en', 'de']),
        title: (path) => CONTENT.find((one) => one.path === path)?.title,
        address: (path) => path.replace('src/content', '').replace('.md', '/').toLowerCase(),
        anchors: () => ['a-heading', 'post-heading'],
        exists: () => true,
        isFile: (path) => MEDIA.includes(path),
      },
    },
  );
  return {
    html: html.replace(/<img .*?(src|alt)=/g, '<img $1='),
    links,
    found: found(diagnostics),
  };
}

describe('a link by a name', () => {
  test.each([
    ['[[other]]', '<a href="/posts/other/">The other “post”</a>'],
    ['[[The other “post”]]', '<a href="/posts/other/">The other “post”</a>'],
    ['[[other|its *text*]]', '<a href="/posts/other/">its <em>text</em></a>'],
    [
      '[[other#A heading]]',
      '<a href="/posts/other/#a-heading">The other “post” &gt; A heading</a>',
    ],
    ['[[other#First#A heading|there]]', '<a href="/posts/other/#a-heading">there</a>'],
    ['[[notes/both]]', '<a href="/notes/both/">notes/both</a>'],
    ['[[#A heading]]', '<a href="#a-heading">A heading</a>'],
    [
      '[[C# in a (small) box: 10:30]]',
      '<a href="/posts/2024/gr%C3%B6%C3%9Fe/">C# in a (small) box: 10:30</a>',
    ],
    ['`[[other]]` \\[[other]]', '<code>[[other]]</code> [[other]]'],
  ])('%s', async (markdown, html) => {
    const result = await rendered(markdown);
    expect(result.html).toContain(html);
    expect(result.found).toEqual([]);
  });

  test('in a cell of a table', async () => {
    const { html } = await rendered('| a |\n| - |\n| [[other\\|b]] |');
    expect(html).toContain('<a href="/posts/other/">b</a>');
  });

  test('in MDX', async () => {
    const { links } = await rendered('[[other]]', { format: 'mdx' });
    expect(links).toEqual({ '[[other]]': '[The other “post”](./other.md)' });
  });

  test('is text where the setting is off', async () => {
    const { html, links } = await rendered('[[other]]', { wikilinks: false });
    expect(html).toBe('<p>[[other]]</p>\n');
    expect(links).toBeUndefined();
  });
});

describe('a picture by its name', () => {
  test.each([
    ['![[pic.png|A circle]]', '![A circle](./pic.png)'],
    ['![[pic.png|A circle|300]]', '![A circle](./pic.png)'],
    ['![[pic.png|300x200]]', '![](./pic.png)'],
    ['![[a circle.png|A]]', '![A](../media/a%20circle.png)'],
  ])('%s is %s', async (markdown, expected) => {
    const { links } = await rendered(markdown);
    expect(links).toEqual({ [markdown]: expected });
  });
});

test('a text has its links by names as links of Markdown', () => {
  const links = { '[[a|b]]': '[b](./a.md)', '![[p.png]]': '![](./p.png)' };
  const text = '[[a|b]] and `[[a|b]]`, ![[p.png]] [[c]]\n\n```\n[[a|b]]\n```\n';
  expect(withReplaced(text, 'md', links)).toBe(
    '[b](./a.md) and `[[a|b]]`, ![](./p.png) [[c]]\n\n```\n[[a|b]]\n```\n',
  );
});

describe('a link by a name is an error', () => {
  test.each([
    ['[[Othr post]]', '6:1 link: [[Othr post]] not found; did you mean Other post?'],
    ['Text [[nothing at all]]', '6:6 link: [[nothing at all]] not found'],
    [
      '[[twice]]',
      '6:1 link: [[twice]] is ambiguous: posts/a/twice.md, posts/b/twice/index.md; write the file, as in [[a/twice]]',
    ],
    [
      '[[both]]',
      '6:1 link: [[both]] is ambiguous: notes/both.md, posts/both.md; write the file, as in [[notes/both]]',
    ],
    [
      '[[zwei]]',
      '6:1 link: [[zwei]] is ambiguous: posts/c/zwei.de.md, posts/d/zwei/index.de.md; write the file, as in [[c/zwei]]',
    ],
    ['[[notes/both]]', undefined],
    ['[[other#Nothng]]', '6:1 link: ./other.md has no heading #nothng; did you mean #nothing?'],
    ['[[#Here]]\n\n## Her', '6:1 link: no heading #here; did you mean #her?'],
    ['[[other#^block]]', '6:1 link: [[other#^block]] names a block; link to its heading'],
    ['[[draft]]', '6:1 link: ./draft.md is a draft and has no page'],
    [
      '![[other]]',
      '6:1 link: ![[other]] is not a picture, video or sound; remove the ! to link to it',
    ],
    ['![[none.png]]', '6:1 link: ![[none.png]] not found'],
    [
      '![[pic.svg]]',
      '6:1 picture: ../media/pic.svg has no alternative text; say in the brackets what it shows, or write ![](../media/pic.svg "decorative") if it is decorative',
    ],
    ['[[]]', undefined],
  ])('%s', async (body, message) => {
    const files = {
      'posts/one.md': post({ title: 'One' }, body),
      'posts/other.md': post({ title: 'Other post' }, '## Nothing'),
      'posts/a/twice.md': post({ title: 'A' }),
      'posts/b/twice/index.md': post({ title: 'B', slug: 'b' }),
      'posts/both.md': post({ title: 'C' }),
      'notes/both.md': post({ title: undefined }),
      'posts/c/zwei.de.md': post({ title: 'Zwei' }),
      'posts/d/zwei/index.de.md': post({ title: 'Zwei', slug: 'd' }),
      'posts/draft.md': post({ draft: true }),
      'media/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>',
    };
    const messages = await checkFiles(files, { wikilinks: true, notes: {}, languages: { de: {} } });
    const errors = messages.filter(
      (one) => one.startsWith('posts/one.md') && !one.includes('warning:'),
    );
    expect(errors).toEqual(message ? [`posts/one.md:${message}`] : []);
  });
});
