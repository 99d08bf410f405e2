import { post, words } from '../posts.ts';
import { MP4, png, silence } from '../pictures.ts';
import { fixtureBlog, TestSite, type Fixture } from '../site.ts';

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

/** A blog under a base path with all that a post can bring into a feed. */
async function kinds(): Promise<Fixture> {
  return {
    settings: {
      title: 'Notes & <more>',
      url: 'https://example.com/blog/',
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
    },
  };
}

/** A blog of so many posts, one a day. */
export function manyPosts(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      const tags = index % 2 === 0 ? ['Even'] : [];
      return [`posts/post-${index + 1}.md`, post({ title: `Post ${index + 1}`, date, tags })];
    }),
  );
}

const FIXTURES: Record<string, () => Fixture | Promise<Fixture>> = {
  kinds,
  cjk: () => ({
    settings: { title: '日本語ブログ', language: 'ja', timeZone: 'Asia/Tokyo' },
    files: {
      'posts/日本語.md': post(
        { title: '「引用」と<タグ>', date: '2024-01-02', tags: ['技術', 'Größe'] },
        'これは本文です。[リンク](/tags/)。\n\n```text\n日本語\n```',
      ),
      'posts/中文.md': post({ title: '中文标题', date: '2024-01-01', slug: '中文' }, '正文。'),
    },
  }),
  rtl: () => ({
    settings: { title: 'مدونة', language: 'ar', timeZone: 'Africa/Cairo' },
    files: {
      'posts/مقال.md': post(
        { title: 'مقال «أول» & <ثان>', date: '2024-01-02', tags: ['وسم'] },
        'نص المقال و`code` و[رابط](/tags/).',
      ),
    },
  }),
  many: () => ({ files: manyPosts(300) }),
  empty: () => ({ files: {} }),
  summaries: () => ({
    settings: { feeds: { content: 'summary' } },
    files: {
      'posts/a.md': post({ title: 'A', date: '2024-01-02', summary: 'Summed < up.' }, words(80)),
      'posts/b.md': post({ title: 'Nothing', date: '2024-01-01' }, '```text\ncode\n```'),
    },
  }),
};

/** The blogs whose feeds are held to every rule. */
export const BLOGS = [...Object.keys(FIXTURES), 'starter'];

/** Builds one of the blogs in a folder of a test file's own. */
export async function buildBlog(name: string, test: string): Promise<TestSite> {
  if (name === 'starter') return fixtureBlog(`${test}-starter`);
  const site = new TestSite(`${test}-${name}`, await FIXTURES[name]!());
  site.write('../public/there.mp3', silence());
  return site.mustBuild();
}
