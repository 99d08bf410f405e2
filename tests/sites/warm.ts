import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

/** A body that quotes a file of code and includes one of Markdown. */
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
  'notes/note.md': post({ title: undefined, date: '2024-01-03' }, 'See [two](../posts/two.md).'),
  // So many that they are rendered in workers.
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
import PostMeta from 'octavo/components/post/PostMeta.astro';
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

/** Builds a blog with something of all that a build reuses. */
export async function warmBlog(name: string): Promise<TestSite> {
  const site = new TestSite(name, {
    settings: { backlinks: true, notes: { onIndex: true } },
    files: FILES,
  });
  site.write('notes/quoted.ts', 'export const first = 1;\n');
  site.write('notes/included.md', 'First.\n');
  site.write('content/posts/shown/cover.png', await png(1200, 630));
  site.write('content/posts/shown/red.png', await png(700, 300));
  site.write('../public/public.png', await png(300, 200));
  site.write('plugins/mark.ts', PLUGIN);
  site.edit('site.config.ts', 'export default', `${WITH_PLUGIN}export default`);
  return site.mustBuild();
}

/** Builds the same files in a folder of another name without caches, in another time zone. */
export async function coldTwin(site: TestSite, name = 'cold'): Promise<Map<string, string>> {
  const other = site.copy(`${basename(site.folder)}-${name}`);
  other.timeZone = 'Pacific/Kiritimati';
  return (await other.mustBuild()).snapshot();
}

/** Writes a post with some of its front matter, and perhaps its body, changed. */
function change(
  site: TestSite,
  name: keyof typeof posts,
  frontMatter: object,
  text = 'A short text.',
): void {
  site.write(`content/posts/${name}.md`, post({ ...posts[name], ...frontMatter }, text));
}

type Change = (site: TestSite) => unknown;

/** Changes of a blog, each of which another build must see; they build on those before them. */
export const CHANGES = {
  'a body': (site) => change(site, 'two', {}, 'Other text.'),
  'a title': (site) => change(site, 'two', { title: 'Second' }),
  'a date': (site) => change(site, 'two', { date: '2024-02-01' }),
  'the address of a post that others link to': (site) => change(site, 'two', { slug: 'zwei' }),
  'a tag': (site) => change(site, 'one', { tags: ['B', 'SHARED'] }, 'See [two](./two.md).'),
  'a link to another post': (site) =>
    change(site, 'one', { tags: ['B', 'SHARED'] }, 'See [part one](./part.md).'),
  'a part of a series': (site) => change(site, 'part', { title: 'The first part' }),
  'a post that becomes a draft': (site) => change(site, 'other', { draft: true }),
  'a new post': (site) => site.write('content/posts/new.md', post({ date: '2024-03-01' })),
  'a deleted post': (site) => site.remove('content/posts/new.md'),
  'a picture': async (site) =>
    site.write('content/posts/shown/red.png', await png(700, 300, '#0a5c8f')),
  'the size of a picture': async (site) =>
    site.write('content/posts/shown/red.png', await png(650, 300, '#0a5c8f')),
  'a new dark twin of a picture': async (site) =>
    site.write('content/posts/shown/red.dark.png', await png(650, 300, '#f0937f')),
  'a cover': async (site) =>
    site.write('content/posts/shown/cover.png', await png(1200, 630, '#22313f')),
  'a picture of the public folder': async (site) =>
    site.write('../public/public.png', await png(310, 200)),
  'the author': (site) => site.write('content/authors/someone.md', '---\nname: Somebody\n---\n'),
  'a page': (site) => site.write('content/pages/about.md', '---\ntitle: About it\n---\n\nIt.\n'),
  'a note': (site) => site.edit('content/notes/note.md', /See .*/, 'See [one](../posts/one.md).'),
  'a new note': (site) =>
    site.write('content/notes/new.md', post({ title: undefined, link: 'https://example.org/' })),
  'a deleted page': (site) => site.remove('content/pages/about.md'),
  'a quoted file and an included one': (site) => {
    site.edit('notes/quoted.ts', 'first', 'second');
    site.edit('notes/included.md', 'First', 'Second');
  },
  'a Markdown plugin': (site) => site.edit('plugins/mark.ts', "'first'", "'second'"),
  'the styles': (site) => site.write('styles/theme.css', ':root { --line: 1.7rem; }\n'),
  'a new override': (site) => site.write('overrides/PostMeta.astro', OVERRIDE),
  'an override': (site) => site.edit('overrides/PostMeta.astro', 'before', 'around'),
  "a page of the owner's": (site) => site.write('pages/projects.astro', PAGE),
  'a string of the interface': (site) =>
    site.edit('site.config.ts', '"title"', '"strings": { "archive": "All" }, "title"'),
  'a setting': (site) => site.edit('site.config.ts', '"title": "Test"', '"title": "Other"'),
  'a lock file': (site) => site.write('../package-lock.json', '{ "lockfileVersion": 3 }\n'),
  'a file of the last site': (site) => site.write('../dist/posts/one/index.html', 'x'),
  'a last site that is deleted': (site) => rmSync(join(site.folder, 'dist'), { recursive: true }),
} satisfies Record<string, Change>;
