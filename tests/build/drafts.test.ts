import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements } from '../html.ts';
import { entriesOf, titlesOf } from '../index-page.ts';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { validationFindings } from './sound.ts';

/** What stands in drafts and nowhere else; every word of it holds this one. */
const SECRET = 'quokka';

const DRAFTS = {
  'posts/quokka-file/index.md': post(
    {
      title: 'Quokkatitle',
      date: '2024-03-01',
      updated: '2024-03-02',
      draft: true,
      pinned: true,
      description: 'Quokkadescription.',
      summary: 'Quokkasummary.',
      tags: ['Quokkatag', 'Shared'],
      series: 'Quokkaseries',
      authors: ['other'],
      aliases: ['/quokka-alias/'],
      guid: 'quokka:guid',
      cover: { image: './quokka-cover.png', alt: 'Quokkaalt' },
    },
    `Quokkatext, [published](../published.md).\n\n## Quokkaheading\n\n![Quokkapicture](./quokka.png)\n\n\`\`\`ts title="quokka.ts"\nconst quokka = 1;\n\`\`\`\n\n$quokka^2$`,
  ),
  'posts/quokka-file/quokka.png': await png(300, 200, '#123456'),
  'posts/quokka-file/quokka-cover.png': await png(1600, 900, '#654321'),
  'posts/quokka-mdx.mdx': post(
    { title: 'Quokkamdx', draft: true },
    'export const quokka = 1;\n\nQuokka {quokka}. ![Quokka](./quokka-file/quokka.png)',
  ),
  'pages/quokka-page.md': '---\ntitle: Quokkapage\ndraft: true\n---\n\nQuokka.\n',
};
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

describe('a build', () => {
  let without: Map<string, string>;

  beforeAll(async () => {
    site = await new TestSite('drafts', { files: PUBLISHED }).mustBuild();
    without = site.snapshot();
    for (const [path, text] of Object.entries(DRAFTS)) site.write(`content/${path}`, text);
    await site.mustBuild();
  });

  test('has nothing of a draft in the name or the text of any file', () => {
    expect(secretIn(site)).toEqual([]);
  });

  test('is the same, byte for byte, as without the drafts', () => {
    expect([...site.snapshot().keys()]).toEqual([...without.keys()]);
    expect(site.snapshot()).toEqual(without);
  });
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
  expect([status, stderr]).toEqual([
    1,
    '--draft is not an option that is known; did you mean --drafts?\n',
  ]);
});
