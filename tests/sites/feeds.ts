import { MP4, png, silence } from '../pictures.ts';
import { post } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';

/** Titles that are hard to write into a feed. */
export const TITLES = [
  'A < B & "C" > \'D\'',
  '&amp; is &lt;written&gt;',
  '<b>Not bold</b> <![CDATA[nor this]]> ]]>',
  'Emoji 👩🏽‍💻 and 🏳️‍🌈',
  '日本語の題名',
  'عنوان بالعربية',
  '007',
  '  spaces   in it',
];

const hard = Object.fromEntries(
  TITLES.map((title, index) => [
    `posts/title-${index}.md`,
    post(
      { title, date: `2023-01-0${index + 1}`, tags: ['Q&A', 'C#', '<i>'] },
      `What \`${title}\` says.`,
    ),
  ]),
);

const NOTO = '@fontsource-variable/noto-sans/files/noto-sans';
const FONTS = {
  text: {
    files: [`${NOTO}-latin-wght-normal.woff2`, `${NOTO}-cyrillic-wght-normal.woff2`],
  },
  headings: { files: [`${NOTO}-latin-wdth-normal.woff2`] },
  code: { files: [`${NOTO}-latin-wght-italic.woff2`] },
};

/** A blog under a base path with all that a post can bring into a feed. */
export const blogOfFeeds = sharedSite('feeds', async () => ({
  settings: {
    title: 'Notes & <more>',
    url: 'https://example.com/blog/',
    fonts: FONTS,
    feeds: {
      items: 10,
      alsoAt: {
        rss: ['/index.xml', '/tags/:tag/index.xml'],
        atom: ['/blog/old.atom'],
        json: ['/tags/:tag/feed.json'],
      },
    },
  },
  files: {
    ...hard,
    'authors/007.md': '---\nname: "007"\nurl: https://example.org/?a=1&b=2\n---\n',
    'posts/component.mdx': post(
      { title: 'Component', date: '2024-01-04', authors: ['007', 'someone'] },
      'export const n = 3;\n\nThree is **{n}**, and [a file](./linked.md).',
    ),
    'posts/linked.md': post(
      { title: 'Linked', date: '2024-01-03T10:30:00+02:00', updated: '2024-02-01' },
      '[Mail](mailto:a@example.com), [tags](/tags/), [below](#below)[^1].\n\n## Below\n\n![Dot](./dot.png)\n\n[^1]: Note.',
    ),
    'posts/dot.png': await png(30, 20),
    'posts/heard/index.md': post(
      {
        title: 'Heard and seen',
        date: '2024-01-02',
        cover: { image: './cover.png', alt: 'A "plane"', caption: 'A colour' },
      },
      '![Silence](./a%20sound.wav)\n\n![Film](./film.mp4)\n\n<audio src="/there.mp3" controls></audio>\n\n<audio src="https://example.org/elsewhere.mp3" controls></audio>',
    ),
    'posts/heard/cover.png': await png(1600, 900),
    'posts/heard/a sound.wav': silence(),
    'posts/heard/film.mp4': MP4,
    'posts/renamed.md': post({
      title: 'Renamed',
      date: '2024-01-01',
      aliases: ['/old/a&b/'],
    }),
    'posts/draft.md': post({ title: 'Secret draft', date: '2024-03-01', draft: true }),
    'posts/unlisted.md': post({ title: 'Secret unlisted', date: '2024-03-01', unlisted: true }),
    '../../public/there.mp3': silence(),
  },
}));

/** Titles of the posts of the archived blog, newest first. */
export const ARCHIVED = [
  ...['Plain', 'Component', 'Once', 'Renamed', 'Moved', 'Picture'],
  ...Array.from({ length: 28 }, (_, index) => `Post ${28 - index}`),
];

/** A blog with more posts than its feeds have items. */
export const archivedBlog = sharedSite('archived', async () => ({
  settings: { feeds: { items: 10, alsoAt: { rss: ['/index.xml', '/old/feed/'] } } },
  files: {
    ...onePerDay(28),
    'posts/plain.md': post(
      {
        title: 'Plain',
        date: '2024-01-05',
        updated: '2024-06-01',
        tags: ['Go', 'C#'],
        summary: 'Summed < up.',
      },
      'See [below](#below) and [mail](mailto:a@example.com).\n\n## Below\n\n<!-- a note -->\n\nText[^1].\n\n```html\n<p>\n```\n\n[^1]: Note.',
    ),
    'posts/component.mdx': post(
      { title: 'Component', date: '2024-01-04' },
      'export const n = 3;\n\nThree is **{n}**.',
    ),
    'posts/once.mdx': post(
      { title: 'Once', date: '2024-01-03', tags: ['Counted'] },
      'Rendering {(globalThis.renderings = (globalThis.renderings ?? 0) + 1)}.',
    ),
    'posts/renamed.md': post({
      title: 'Renamed',
      date: '2024-01-03',
      aliases: ['/old/', '/newer/'],
    }),
    'posts/moved.md': post({
      title: 'Moved',
      date: '2024-01-02',
      aliases: ['/x/'],
      guid: 'tag:example.com,2010:1',
    }),
    'posts/picture/index.md': post({ title: 'Picture', date: '2024-01-01' }, '![A dot](./dot.png)'),
    'posts/picture/dot.png': await png(1, 1),
  },
}));

/** Returns posts of consecutive days; `Post 1` is the oldest. */
function onePerDay(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      const tags = index % 2 === 0 ? ['Even'] : [];
      return [`posts/post-${index + 1}.md`, post({ title: `Post ${index + 1}`, date, tags })];
    }),
  );
}
