import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { entriesOf, titlesOf } from '../index-page.ts';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { different, TestSite, type BuiltSite } from '../site.ts';
import { validationFindings } from '../build/sound.ts';

/** What stands in what is not published and nowhere else; every word of it holds this one. */
const SECRET = 'quokka';

const picture = await png(300, 200, '#123456');
const cover = await png(1600, 900, '#654321');

/** Returns posts that are not published, with a name and front matter in common. */
const unpublished = (name: string, given: Record<string, unknown>) => ({
  [`posts/quokka-${name}/index.md`]: post(
    {
      title: `Quokka${name}`,
      date: '2024-03-01',
      pinned: true,
      description: 'Quokkadescription.',
      summary: 'Quokkasummary.',
      tags: ['Quokkatag', 'Shared'],
      series: 'Quokkaseries',
      authors: ['other'],
      aliases: [`/quokka-alias-${name}/`],
      guid: `quokka:${name}`,
      cover: { image: './quokka-cover.png', alt: 'Quokkaalt' },
      ...given,
    },
    `Quokkatext, [published](../published.md).\n\n## Quokkaheading\n\n![Quokkapicture](./quokka.png)\n\n\`\`\`ts title="quokka.ts"\nconst quokka = 1;\n\`\`\`\n\n$quokka^2$`,
  ),
  [`posts/quokka-${name}/quokka.png`]: picture,
  [`posts/quokka-${name}/quokka-cover.png`]: cover,
  [`posts/quokka-${name}-mdx.mdx`]: post(
    { title: `Quokkamdx of quokka${name}`, ...given },
    `export const quokka = 1;\n\nQuokka {quokka}. ![Quokka](./quokka-${name}/quokka.png)`,
  ),
  [`posts/quokka-${name}-unlisted.md`]: post(
    { title: 'Quokkaunlisted', unlisted: true, ...given },
    'Quokka.',
  ),
  'pages/quokka-page.md': '---\ntitle: Quokkapage\ndraft: true\n---\n\nQuokka.\n',
});

const DRAFTS = unpublished('draft', { draft: true, updated: '2024-03-02' });
const SCHEDULED = unpublished('scheduled', { date: '2027-01-06 10:30', updated: '2027-01-06' });
const LINKING = post({ title: 'Linking' }, '[x](./quokka-scheduled-mdx.mdx)');

/** The site's time zone is UTC. */
const [BEFORE, THEN] = ['2027-01-06 10:29:59', '2027-01-06 10:30'];

const PUBLISHED = {
  'authors/other.md': '---\nname: Other\n---\n',
  'posts/published.md': post({ title: 'Published', date: '2024-01-02', tags: ['Shared'] }),
  'posts/older.md': post({ title: 'Older', date: '2024-01-01' }),
};

/** Returns the names and the texts of all files of a built site, those that are zipped unzipped. */
function everything(site: BuiltSite): [string, string][] {
  return site.files().map((path) => {
    const bytes = readFileSync(join(site.folder, 'dist', path));
    const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return [path, (isZipped ? gunzipSync(bytes) : bytes).toString('latin1').toLowerCase()];
  });
}

function secretIn(site: BuiltSite): string[] {
  return everything(site)
    .filter(([path, text]) => path.toLowerCase().includes(SECRET) || text.includes(SECRET))
    .map(([path]) => path);
}

const site = new TestSite('drafts', { files: PUBLISHED });
let without: Map<string, string>;

beforeAll(async () => {
  site.now = BEFORE;
  without = (await site.mustBuild()).snapshot();
  for (const [path, text] of Object.entries({ ...DRAFTS, ...SCHEDULED }))
    site.write(`content/${path}`, text);
});

describe('a scheduled post', () => {
  test('is an error to link to until its time has come', async () => {
    site.write('content/posts/linking.md', LINKING);
    const { status, stdout } = await site.check();
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(
      'src/content/posts/linking.md:6:1  link: ./quokka-scheduled-mdx.mdx is scheduled for 2027-01-06 10:30 and has no page until then',
    );
  });

  test('is listed by the check, with its moment', async () => {
    site.remove('content/posts/linking.md');
    const { status, stdout } = await site.check();
    expect(stdout.split('\n').slice(2, 5)).toEqual([
      'src/content/posts/quokka-scheduled-mdx.mdx  scheduled for 2027-01-06 10:30',
      'src/content/posts/quokka-scheduled-unlisted.md  scheduled for 2027-01-06 10:30',
      'src/content/posts/quokka-scheduled/index.md  scheduled for 2027-01-06 10:30',
    ]);
    expect(status).toBe(0);
  });
});

describe('a preview', () => {
  beforeAll(async () => {
    site.write('content/posts/linking.md', LINKING);
    await site.mustBuild('--drafts');
  });

  test('has drafts and scheduled posts, each with a mark on the index', () => {
    const mark = 'Scheduled for January 6, 2027 at 10:30 AM';
    expect(entriesOf(site.read('/')).map(({ title, meta }) => [title, meta])).toEqual([
      ['Quokkascheduled', `${mark} · 1 min`],
      ['Quokkadraft', 'Draft · March 1, 2024 · 1 min'],
      ['Quokkamdx of quokkascheduled', `${mark} · 1 min`],
      ['Published', 'January 2, 2024 · 1 min'],
      ['Linking', 'January 1, 2024 · 1 min'],
      ['Older', 'January 1, 2024 · 1 min'],
      ['Quokkamdx of quokkadraft', 'Draft · January 1, 2024 · 1 min'],
    ]);
  });

  test('has a mark on their pages', () => {
    for (const path of ['/posts/quokka-draft/', '/posts/quokka-draft-mdx/', '/quokka-page/'])
      expect(site.read(path), path).toMatch(/<strong[^>]*>Draft/);
    for (const path of ['/posts/quokka-scheduled/', '/posts/quokka-scheduled-unlisted/'])
      expect(site.read(path), path).toMatch(/<strong[^>]*><time[^>]*>Scheduled for/);
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

  test('has no redirects of drafts', () => {
    expect(site.files('quokka-alias-*/**')).toEqual([]);
  });

  test('keeps robots out, and has no sitemap', () => {
    expect(site.read('/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(site.files('*sitemap*')).toEqual([]);
  });

  test('says on its pages what it is', () => {
    for (const path of ['/', '/posts/published/', '/tags/', '/404.html'])
      expect(site.read(path), path).toContain('Preview with drafts, not for publication');
  });

  test('is made of valid pages', async () => {
    expect(await validationFindings(site)).toEqual([]);
  });
});

describe('a build with drafts and scheduled posts, after a preview', () => {
  beforeAll(async () => {
    site.remove('content/posts/linking.md');
    await site.mustBuild();
  });

  test('has nothing of them in the name or the text of any file', () => {
    expect(secretIn(site)).toEqual([]);
  });

  test('is the same, byte for byte, as without them', () => {
    expect([...site.snapshot().keys()]).toEqual([...without.keys()]);
    expect(site.snapshot()).toEqual(without);
  });
});

describe('a scheduled post whose time has come', () => {
  beforeAll(async () => {
    site.now = THEN;
    site.write('content/posts/linking.md', LINKING);
    await site.mustBuild();
  });

  test('is published, whatever earlier builds have cached', async () => {
    expect(titlesOf(site.read('/')).slice(0, 2)).toEqual([
      'Quokkascheduled',
      'Quokkamdx of quokkascheduled',
    ]);
    expect(site.read('/posts/linking/')).toContain('href="/posts/quokka-scheduled-mdx/"');
    for (const path of ['/rss.xml', '/llms.txt', '/sitemap-0.xml', '/archive/', '/tags/'])
      expect(site.read(path).toLowerCase(), path).toContain(SECRET);
    expect(site.read('/')).not.toContain('Scheduled for');
    expect((await site.check()).stdout).not.toContain('scheduled for');
  });

  test('is the same in a cold build', async () => {
    const warm = site.snapshot();
    site.removeCaches();
    expect(different((await site.mustBuild()).snapshot(), warm)).toEqual([]);
  });
});

test('a build at no moment is an error', async () => {
  site.now = 'tomorrow';
  const { status, stderr } = await site.build();
  expect(status).toBe(1);
  expect(stderr.split('\n')[0]).toContain('--now: tomorrow is not a date; write');
});

test('an unknown option of the build is an error, and nothing is built', async () => {
  const { status, stderr } = await site.build('--draft');
  expect([status, stderr]).toEqual([1, "unknown option '--draft'; did you mean --drafts?\n"]);
});
