// Prints what each setting for connected sites costs a reader of an article of eight minutes, or of the
// index: bytes compressed by gzip, and requests while the page loads:
//
//   npm run bench:connected
import { gzipSync } from 'node:zlib';
import type { SiteConfig } from 'octavo/config';
import { attribute, elements } from '../html.ts';
import { TestSite, type Fixture } from '../site.ts';
import { WEIGHED } from '../weighed.ts';
import { markdownTable } from './table.ts';

interface Case {
  name: string;
  settings?: Partial<SiteConfig>;
  files?: Fixture['files'];
  /** The files without it, if not those of the article. */
  without?: Fixture['files'];
  path?: string;
}

const ARTICLE = '/posts/article/';
const repo = { repo: 'jane/blog', repoId: 'R_kgDOabcdef' };
const category = { category: 'Comments', categoryId: 'DIC_kwDOabcdef' };

/** Posts that link to the article. */
const linking = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const path = `posts/post-${index}.md`;
      return [path, `${String(WEIGHED.files[path])}\n\nSee [this](article.md).\n`];
    }),
  );

const replies = (count: number) => ({
  'replies/article.json': JSON.stringify(
    Array.from({ length: count }, (_, index) => ({
      ...{ id: `${index}`, date: `2026-01-0${index + 1}T10:00:00Z`, html: '<p>.</p>' },
      author: { name: 'Jo', url: `https://social.example/@jo${index}` },
      url: `https://social.example/@jo/${index}`,
    })),
  ),
});

const newsletter = {
  action: 'https://buttondown.com/api/emails/embed-subscribe/jane',
  fields: { embed: '1' },
};
const hub = 'https://pubsubhubbub.appspot.com/';
const webmentions = 'https://webmention.io/example.com/webmention';
const BLOGS = { 'blogs.yaml': '- title: A\n  url: https://a.example/\n' };
const blogroll = 'src/content/blogs.yaml';

const CASES: Case[] = [
  { name: '`comments`', settings: { comments: { giscus: { ...repo, ...category } } } },
  { name: '`newsletter`', settings: { newsletter } },
  { name: '`analytics`, a script', settings: { analytics: { goatcounter: 'jane' } } },
  {
    name: '`analytics`, a pixel',
    settings: { analytics: { pixel: 'https://stats.example/count.gif' } },
  },
  { name: '`backlinks`, one post', settings: { backlinks: true }, files: linking(1) },
  { name: '`backlinks`, five posts', settings: { backlinks: true }, files: linking(5) },
  { name: '`cite`', settings: { cite: true } },
  { name: 'one reply', files: replies(1), without: {} },
  { name: 'five replies', files: replies(5), without: {} },
  { name: '`webmentions`', settings: { webmentions } },
  { name: '`hub`, the index', settings: { hub }, path: '/' },
  { name: '`blogroll`, the index', settings: { blogroll }, files: BLOGS, path: '/' },
];

const rows: string[][] = [];
for (const { name, settings = {}, files = {}, without = files, path = ARTICLE } of CASES) {
  const before = await measured(path, {}, without);
  const after = await measured(path, settings, files);
  rows.push([name, `${after.bytes - before.bytes}`, `${after.requests - before.requests}`]);
}
console.log(markdownTable({ columns: ['what', 'bytes', 'requests'], rows }));

/** Returns the bytes of a page, compressed, and the files that it loads. */
async function measured(path: string, settings: Partial<SiteConfig>, files: Fixture['files']) {
  const site = new TestSite('bench-connected', {
    settings: { ...WEIGHED.settings, ...settings },
    files: { ...WEIGHED.files, ...files },
  });
  const { status, stderr } = await site.octavo('build');
  if (status !== 0) throw new Error(stderr);
  const html = site.read(path);
  const loaded = elements(html, 'script', 'img', 'iframe').filter((one) => attribute(one, 'src'));
  return { bytes: gzipSync(html).length, requests: loaded.length };
}
