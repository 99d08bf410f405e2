import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { post, words } from '../posts.ts';
import { fixtureInBrowser } from './site-in-browser.ts';
import { WEIGHTS } from './weights.ts';

const WORDS = [
  'the proxy reads a request and decides where it should go before anything is sent to it',
  'memory that is given back late looks the same to a scheduler as memory that is still in use',
  'a test that fails once in a hundred runs costs more than one that fails in every run',
  'measure first and then change one thing and then measure again on the same machine',
];

/** A paragraph of so many words, not all of them new: about as well compressed as prose is. */
function prose(count: number, seed: number): string {
  const all = Array.from({ length: Math.ceil(count / 2) }, (_, index) => {
    const sentence = WORDS[(index * 7 + seed) % WORDS.length]!.split(' ');
    return `${sentence[(index * 5 + seed) % sentence.length]!} ${words(1, (index * 13 + seed * 101) % 400)}`;
  });
  return `${all.join(' ')}.`;
}

const CODE = `\`\`\`ts
/** Returns the words of a text, each with how often it stands there. */
export function frequencies(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/\\s+/)) {
    if (word === '') continue; // the text began with a space
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const [most] = [...frequencies(await readFile('input.txt', 'utf8'))].sort(([, a], [, b]) => b - a);
console.log(\`\${most?.[0]}: \${most?.[1] ?? 0} times\`);
\`\`\``;

// 213 words a minute: eight minutes are some 1,700, of which the code is some 300.
const article = Array.from({ length: 6 }, (_, index) =>
  [
    `## Part ${index + 1}`,
    prose(95, index),
    CODE.replaceAll('word', `item${index}`),
    prose(95, index + 9),
  ].join('\n\n'),
).join('\n\n');

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
          `${prose(80, index)}\n\n${prose(300, index)}`,
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
