import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** A text that shows a file of code and takes in one of Markdown. */
const QUOTING = `\`\`\`ts file="../../notes/quoted.ts"
\`\`\`

::include{file="../../notes/included.md"}`;

const posts = {
  one: { title: 'One', date: '2024-01-02', tags: ['A', 'Shared'] },
  two: { title: 'Two', date: '2024-01-01', tags: ['shared'] },
  part: { title: 'Part one', date: '2023-06-01', series: 'Parts' },
  other: { title: 'Part two', date: '2023-07-01', series: 'Parts' },
};

const FILES = {
  'posts/one.md': post(posts.one, 'See [two](./two.md) and `ztunnel`, `hbone`.'),
  'posts/two.md': post(posts.two, '## Head\n\nText of `ztunnel` and `hbone`.'),
  'posts/three.mdx': post({ title: 'Three', date: '2023-01-01' }, 'See [two](./two.md).'),
  'posts/four.md': post({ title: 'Four', date: '2022-01-01' }, QUOTING),
  'posts/part.md': post(posts.part),
  'posts/other.md': post(posts.other),
  'posts/shown/index.md': post(
    {
      title: 'Shown',
      date: '2021-01-01',
      cover: { image: './cover.png', alt: 'A colour' },
    },
    '![Red](./red.png)\n\n![Public](/public.png)',
  ),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
  // So many that they are rendered in threads.
  ...Object.fromEntries(
    Array.from({ length: 64 }, (_, index) => [
      `posts/old-${index}.md`,
      post(
        { title: `Old ${index}`, date: `2010-01-${String((index % 28) + 1).padStart(2, '0')}` },
        `See [two](./two.md), or not.\n\n\`\`\`go\nfunc main() { println(${index}) }\n\`\`\``,
      ),
    ]),
  ),
};

const WITH_PLUGIN = `import { mark } from './plugins/mark.ts';
export const hastPlugins = [mark];
`;

const PLUGIN = `import { defineHastPlugin } from 'octavo/config';

export const mark = defineHastPlugin({
  name: 'mark',
  element: {
    filter: ['p'],
    visit: (node, ctx) => ctx.setProperty(node, 'className', ['first']),
  },
});
`;

/** Wraps the component that it replaces. */
const OVERRIDE = `---
import PostMeta from 'octavo/components/PostMeta.astro';
---

<div class="before"><PostMeta {...Astro.props} /></div>
`;

const PAGE = `---
import Document from 'octavo/layouts/Document.astro';
import { getBlog } from 'octavo/blog';

const { posts } = await getBlog();
---

<Document title="Projects" description="All." path="/projects/">{posts.length} posts</Document>
`;

const astroConfig = (pagesPerThread: number) => `import { defineConfig } from 'astro/config';
import octavo from 'octavo';

export default defineConfig({ integrations: [octavo({ pagesPerThread: ${pagesPerThread} })] });
`;

let site: TestSite;

/** Builds the same files in another folder without anything kept, in one thread and another time zone. */
async function cold(): Promise<Map<string, string>> {
  const other = site.copy('warm-cold');
  other.write('../astro.config.mjs', astroConfig(8000));
  process.env['TZ'] = 'Pacific/Kiritimati';
  try {
    return (await other.mustBuild()).snapshot();
  } finally {
    delete process.env['TZ'];
  }
}

beforeAll(async () => {
  // The index of the search is made anew in every build.
  site = new TestSite('warm', { settings: { search: false }, files: FILES });
  site.write('notes/quoted.ts', 'export const first = 1;\n');
  site.write('notes/included.md', 'First.\n');
  site.write('content/posts/shown/cover.png', await png(1200, 630));
  site.write('content/posts/shown/red.png', await png(700, 300));
  site.write('../public/public.png', await png(300, 200));
  site.write('plugins/mark.ts', PLUGIN);
  site.edit('site.config.ts', 'export default', `${WITH_PLUGIN}export default`);
  // So that pages are made in a thread too.
  site.write('../astro.config.mjs', astroConfig(40));
  await site.mustBuild();
});

/** Writes a post with some of its front matter, and perhaps its text, changed. */
function change(name: keyof typeof posts, frontMatter: object, text = 'A short text.'): void {
  site.write(`content/posts/${name}.md`, post({ ...posts[name], ...frontMatter }, text));
}

describe('a build that takes over what has not changed', () => {
  test.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['a text', () => change('two', {}, 'Other text.')],
    ['a title', () => change('two', { title: 'Second' })],
    ['a date', () => change('two', { date: '2024-02-01' })],
    ['the address of a post that others link to', () => change('two', { slug: 'zwei' })],
    ['a tag', () => change('one', { tags: ['B', 'SHARED'] }, 'See [two](./two.md).')],
    ['a part of a series', () => change('part', { title: 'The first part' })],
    ['a post that is a draft now', () => change('other', { draft: true })],
    ['a new post', () => site.write('content/posts/new.md', post({ date: '2024-03-01' }))],
    ['a post that is gone', () => site.remove('content/posts/new.md')],
    [
      'a picture',
      async () => site.write('content/posts/shown/red.png', await png(700, 300, '#0a5c8f')),
    ],
    [
      'the size of a picture',
      async () => site.write('content/posts/shown/red.png', await png(650, 300, '#0a5c8f')),
    ],
    [
      'a cover',
      async () => site.write('content/posts/shown/cover.png', await png(1200, 630, '#22313f')),
    ],
    [
      'a picture of the public folder',
      async () => site.write('../public/public.png', await png(310, 200)),
    ],
    ['the author', () => site.write('content/authors/someone.md', '---\nname: Somebody\n---\n')],
    ['a page', () => site.write('content/pages/about.md', '---\ntitle: About it\n---\n\nIt.\n')],
    ['a page that is gone', () => site.remove('content/pages/about.md')],
    [
      'a file that is quoted and one that is included',
      () => {
        site.edit('notes/quoted.ts', 'first', 'second');
        site.edit('notes/included.md', 'First', 'Second');
      },
    ],
    ['a Markdown plugin', () => site.edit('plugins/mark.ts', "'first'", "'second'")],
    ['the styles', () => site.write('styles/theme.css', ':root { --line: 1.7rem; }\n')],
    ['a component', () => site.write('overrides/PostMeta.astro', OVERRIDE)],
    ['a component again', () => site.edit('overrides/PostMeta.astro', 'before', 'around')],
    ["a page of the owner's", () => site.write('pages/projects.astro', PAGE)],
    [
      'the words of the interface',
      () => site.edit('site.config.ts', '"title"', '"strings": { "archive": "All" }, "title"'),
    ],
    ['a setting', () => site.edit('site.config.ts', '"title": "Test"', '"title": "Other"')],
    ['a lock file', () => site.write('../package-lock.json', '{ "lockfileVersion": 3 }\n')],
    [
      'the last site, in which somebody wrote',
      () => site.write('../dist/posts/one/index.html', 'x'),
    ],
    [
      'the last site, which somebody took away',
      () => rmSync(join(site.folder, 'dist'), { recursive: true }),
    ],
  ])('makes what a cold build makes, after a change of %s', async (_, made) => {
    await made();
    const warm = (await site.mustBuild()).snapshot();
    expect(different(warm, await cold())).toEqual([]);
  });

  test('shows the new text of files that are quoted and included', () => {
    expect(site.read('/posts/four/')).toMatch(/second[^]*Second/);
  });

  test('shows what the owner changed', () => {
    const article = site.read('/posts/zwei/');
    expect(article).toContain('<p class="second">');
    expect(article).toContain('--line:1.7rem');
    expect(site.read('/')).toContain('<div class="around">');
    expect(site.read('/projects/')).toContain('70 posts');
  });

  test('shows the new address where it is linked to', () => {
    expect(site.read('/posts/one/')).toContain('href="/posts/zwei/"');
    expect(site.read('/posts/three/')).toContain('href="/posts/zwei/"');
  });
});

/** Returns the paths of the files that two sites do not have in common. */
function different(one: Map<string, string>, other: Map<string, string>): string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => one.get(path) !== other.get(path));
}
