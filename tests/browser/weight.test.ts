import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { codeOfOurs, proseOfOurs } from './prose-of-ours.ts';
import { fixtureInBrowser } from './site-in-browser.ts';
import { WEIGHTS } from './weights.ts';

const CODE = [
  codeOfOurs('src/blog/nearest.ts', 'export', 14),
  codeOfOurs('src/styles/base.css', '  .column', 16),
  codeOfOurs('.github/workflows/site.yml', 'on:', 12),
  codeOfOurs('scripts/setup.mjs', 'import', 12),
  codeOfOurs('src/build/swap.ts', 'export function', 14),
  '```console\n$ npm run build\nBuilt 34 pages into dist/ in 6.3 s.\n$ ls dist | head -2\n404.html\nabout\n```',
];

const TABLE = `| what        | how much |
| ----------- | -------: |
| an index    |     8 KB |
| an \`article\` |    12 KB |`;

const NOTE = '> [!NOTE] What was measured\n>\n> Whatever is transferred, the pictures apart.';

// 213 words a minute: eight minutes are some 1,600, of which the code is some 250.
const article = proseOfOurs(1120, CODE.length)
  .map((paragraphs, index) => [
    `## ${paragraphs[0]!.split(/\s+/).slice(0, 4).join(' ')}`,
    ...paragraphs,
    CODE[index]!,
  ])
  .flat()
  .concat(TABLE, NOTE)
  .join('\n\n');

/** A paragraph each, as long as the summary of a post is. */
const summaries = proseOfOurs(12 * 80, 12).map((paragraphs) => paragraphs.join(' '));

const blog = fixtureInBrowser('weight', {
  settings: {
    nav: [
      { label: 'Archive', link: '/archive/' },
      { label: 'Tags', link: '/tags/' },
      { label: 'About', link: '/about/' },
    ],
  },
  files: {
    'pages/about.md': '---\ntitle: About\n---\n\nAbout.\n',
    'posts/article.md': post({ title: 'An article of eight minutes', tags: ['Tests'] }, article),
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `posts/post-${index}.md`,
        post(
          { title: `A post about thing ${index}`, date: `2024-02-${10 + index}` },
          `${summaries[index]!}\n\nAnd what follows.`,
        ),
      ]),
    ),
  },
});

const KB = 1024;

describe.each(WEIGHTS)('$name', ({ path, transferred, script }) => {
  test(`is transferred in ${transferred} KB`, async () => {
    const page = await blog.visit(path);
    expect(await bytesTransferred(page)).toBeLessThanOrEqual(transferred * KB);
  });

  test('is complete after one request, the icon apart', async () => {
    const requests: string[] = [];
    const before = async (page: Page) =>
      page.on('request', (request) => requests.push(request.url()));
    await blog.visit(path, { before });
    const icon = blog.url('favicon.svg');
    expect(requests.filter((address) => address !== icon)).toEqual([blog.url(path)]);
  });

  test(`has ${script} KB of script at most`, async () => {
    const page = await blog.visit(path);
    const scripts = await page
      .locator('script:not([type=speculationrules], [type="application/ld+json"])')
      .evaluateAll((all) => all.map(({ textContent }) => new Blob([textContent]).size));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(script * KB);
  });
});

test('what is weighed is what the limits are about', async () => {
  const index = await blog.visit('');
  expect(await index.locator('article').count()).toBe(10);
  const page = await blog.visit('posts/article/');
  expect(await page.locator('article header').textContent()).toContain('8 min');
  expect(await page.locator('pre').count()).toBe(6);
});

/** Returns the bytes that came over the line for a page, headers and icon included. */
function bytesTransferred(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon][type="image/svg+xml"]')!;
    await (await fetch(icon.href)).text();
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    return entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
  });
}
