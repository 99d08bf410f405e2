import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { attribute, elements } from '../html.ts';
import { entriesOf, titlesOf } from '../index-page.ts';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { validationFindings } from './sound.ts';

/** What stands in what is not published and nowhere else; every word of it holds this one. */
const SECRET = 'quokka';

const picture = await png(300, 200, '#123456');
const cover = await png(1600, 900, '#654321');

/** Returns posts that are not published, by what their front matter says. */
const unpublished = (given: Record<string, unknown>) => ({
  'posts/quokka-file/index.md': post(
    {
      title: 'Quokkatitle',
      date: '2024-03-01',
      pinned: true,
      description: 'Quokkadescription.',
      summary: 'Quokkasummary.',
      tags: ['Quokkatag', 'Shared'],
      series: 'Quokkaseries',
      authors: ['other'],
      aliases: ['/quokka-alias/'],
      guid: 'quokka:guid',
      cover: { image: './quokka-cover.png', alt: 'Quokkaalt' },
      ...given,
    },
    `Quokkatext, [published](../published.md).\n\n## Quokkaheading\n\n![Quokkapicture](./quokka.png)\n\n\`\`\`ts title="quokka.ts"\nconst quokka = 1;\n\`\`\`\n\n$quokka^2$`,
  ),
  'posts/quokka-file/quokka.png': picture,
  'posts/quokka-file/quokka-cover.png': cover,
  'posts/quokka-mdx.mdx': post(
    { title: 'Quokkamdx', ...given },
    'export const quokka = 1;\n\nQuokka {quokka}. ![Quokka](./quokka-file/quokka.png)',
  ),
  'posts/quokka-unlisted.md': post(
    { title: 'Quokkaunlisted', unlisted: true, ...given },
    'Quokka.',
  ),
  'pages/quokka-page.md': '---\ntitle: Quokkapage\ndraft: true\n---\n\nQuokka.\n',
});

const DRAFTS = unpublished({ draft: true, updated: '2024-03-02' });
const SCHEDULED = unpublished({ date: '2027-01-06 10:30', updated: '2027-01-06' });

/** The site's time zone is UTC. */
const [BEFORE, THEN] = ['2027-01-06 10:29:59', '2027-01-06 10:30'];

const PUBLISHED = {
  'authors/other.md': '---\nname: Other\n---\n',
  'posts/published.md': post({ title: 'Published', date: '2024-01-02', tags: ['Shared'] }),
  'posts/older.md': post({ title: 'Older', date: '2024-01-01' }),
};

/** Returns the names and the texts of all files of a built site, those that are zipped unzipped. */
function everything(site: TestSite): [string, string][] {
  return site.files().map((path) => {
    const bytes = readFileSync(join(site.folder, 'dist', path));
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return [path, (isZipped ? gunzipSync(bytes) : bytes).toString('latin1').toLowerCase()];
  });
}

function secretIn(site: TestSite): string[] {
  return everything(site)
    .filter(([path, text]) => path.toLowerCase().includes(SECRET) || text.includes(SECRET))
    .map(([path]) => path);
}

let site: TestSite;

afterAll(() => {
  vi.unstubAllEnvs();
});

describe.each([
  ['a draft', 'drafts', DRAFTS],
  ['what is scheduled', 'scheduled', SCHEDULED],
])('a build with %s', (_, name, files) => {
  let without: Map<string, string>;

  beforeAll(async () => {
    vi.stubEnv('OCTAVO_NOW', BEFORE);
    site = await new TestSite(name, { files: PUBLISHED }).mustBuild();
    without = site.snapshot();
    for (const [path, text] of Object.entries(files)) site.write(`content/${path}`, text);
    await site.mustBuild();
  });

  test('has nothing of it in the name or the text of any file', () => {
    expect(secretIn(site)).toEqual([]);
  });

  test('is the same, byte for byte, as without it', () => {
    expect([...site.snapshot().keys()]).toEqual([...without.keys()]);
    expect(site.snapshot()).toEqual(without);
  });
});

describe('what is scheduled', () => {
  test('is an error to link to, until its time has come', async () => {
    site.write('content/posts/linking.md', post({ title: 'Linking' }, '[x](./quokka-mdx.mdx)'));
    const { status, stderr } = await site.build();
    expect(status).toBe(1);
    expect(stderr.split('\n')[0]).toBe(
      'src/content/posts/linking.md:6:1  link: ./quokka-mdx.mdx is scheduled for 2027-01-06 10:30, and has no page until then',
    );
  });

  test('is listed by the check, with its moment', async () => {
    site.remove('content/posts/linking.md');
    const { status, stdout } = await site.check();
    expect(stdout.split('\n').slice(2)).toEqual([
      'src/content/posts/quokka-file/index.md  scheduled for 2027-01-06 10:30',
      'src/content/posts/quokka-mdx.mdx  scheduled for 2027-01-06 10:30',
      'src/content/posts/quokka-unlisted.md  scheduled for 2027-01-06 10:30',
      '',
    ]);
    expect(status).toBe(0);
  });

  test('shows in a preview, with a mark that says when', async () => {
    await site.mustBuild('--drafts');
    const mark = 'Scheduled for January 6, 2027 at 10:30 AM';
    expect(entriesOf(site.read('/')).map(({ meta }) => meta)).toEqual([
      `${mark} · 1 min`,
      `${mark} · 1 min`,
      'January 2, 2024 · 1 min',
      'January 1, 2024 · 1 min',
    ]);
    for (const path of ['/posts/quokka-file/', '/posts/quokka-unlisted/'])
      expect(site.read(path), path).toMatch(/<strong[^>]*><time[^>]*>Scheduled for/);
    expect(await validationFindings(site)).toEqual([]);
  });

  test('is there when its time has come, whatever earlier builds have kept', async () => {
    vi.stubEnv('OCTAVO_NOW', THEN);
    site.write('content/posts/linking.md', post({ title: 'Linking' }, '[x](./quokka-mdx.mdx)'));
    await site.mustBuild();
    expect(titlesOf(site.read('/')).slice(0, 2)).toEqual(['Quokkatitle', 'Quokkamdx']);
    expect(site.read('/posts/linking/')).toContain('href="/posts/quokka-mdx/"');
    for (const path of ['/rss.xml', '/llms.txt', '/sitemap-0.xml', '/archive/', '/tags/'])
      expect(site.read(path).toLowerCase(), path).toContain(SECRET);
    expect(site.read('/')).not.toContain('Scheduled');
    expect((await site.check()).stdout).not.toContain('scheduled');
  });

  test('is the same from a cold start as from what earlier builds have kept', async () => {
    const warm = site.snapshot();
    site.removeCaches();
    await site.mustBuild();
    expect(site.snapshot()).toEqual(warm);
  });
});

test('a build at no moment is refused', async () => {
  vi.stubEnv('OCTAVO_NOW', 'tomorrow');
  const { status, stderr } = await site.build();
  expect(status).toBe(1);
  expect(stderr.split('\n')[0]).toContain('OCTAVO_NOW: tomorrow is not a date; write');
  vi.stubEnv('OCTAVO_NOW', BEFORE);
});

describe('a preview', () => {
  beforeAll(async () => {
    site = new TestSite('drafts-preview', { files: { ...PUBLISHED, ...DRAFTS } });
    site.write('content/posts/linking.md', post({ title: 'Linking' }, '[x](./quokka-mdx.mdx)'));
    await site.mustBuild('--drafts');
  });

  test('has the drafts, each with a mark on the index and on its page', () => {
    expect(titlesOf(site.read('/'))[0]).toBe('Quokkatitle');
    expect(entriesOf(site.read('/'))[0]?.meta).toMatch(/^Draft · /);
    expect(entriesOf(site.read('/')).filter(({ meta }) => meta.startsWith('Draft'))).toHaveLength(
      2,
    );
    for (const path of ['/posts/quokka-file/', '/posts/quokka-mdx/', '/quokka-page/'])
      expect(site.read(path), path).toMatch(/<strong[^>]*>Draft/);
  });

  test('says noindex on every page, once', () => {
    const pages = site.files('**/*.html');
    expect(pages).toContain('/posts/index.html');
    for (const page of pages) {
      const robots = elements(site.read(page), 'meta')
        .filter((meta) => attribute(meta, 'name') === 'robots')
        .map((meta) => attribute(meta, 'content'));
      expect(robots, page).toEqual(['noindex']);
    }
  });

  test('keeps robots out, and has no sitemap', () => {
    expect(site.read('/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(site.files('*sitemap*')).toEqual([]);
  });

  test('says on its pages what it is', () => {
    for (const path of ['/', '/posts/published/', '/tags/', '/404.html'])
      expect(site.read(path), path).toContain('A preview with drafts, not for publication');
  });

  test('is made of valid pages', async () => {
    expect(await validationFindings(site)).toEqual([]);
  });

  test('is gone with the next build', async () => {
    site.remove('content/posts/linking.md');
    await site.mustBuild();
    expect(secretIn(site)).toEqual([]);
    expect(site.files('sitemap*')).toEqual(['/sitemap-0.xml', '/sitemap-index.xml']);
    expect(site.read('/')).not.toContain('preview');
  });
});

test('an option that the build does not know is an error, and nothing is built', async () => {
  const { status, stderr } = await site.build('--draft');
  expect([status, stderr]).toEqual([1, 'unknown option --draft; did you mean --drafts?\n']);
});
