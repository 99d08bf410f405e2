import { expect, test } from 'vitest';
import { checkText } from '../../packages/octavo/tests/checks/helpers.ts';
import { portableHtml } from '../../packages/octavo/src/feeds/portable-html.ts';
import { publishedSource } from '../../packages/octavo/src/twins/published-source.ts';

const feed = (body: string) =>
  portableHtml(body, 'https://example.com/a/', { site: { language: 'en', direction: 'ltr' } });
const twin = (body: string) =>
  publishedSource(
    { path: 'src/content/posts/a.md', format: 'md', body },
    { text: () => undefined, address: (url) => url },
  );

/** Each took at least four seconds when its time was quadratic. */
test.each<[what: string, work: (body: string) => unknown, body: string]>([
  ['checking open comments', checkText, '<!--'.repeat(50_000)],
  ['checking ignoring comments', checkText, '<!-- octavo-ignore todo -->\n\n'.repeat(5000)],
  ['checking a run of colons', checkText, ':a'.repeat(3000)],
  ['a feed with many elements in a paragraph', feed, `<p>${'<b>a</b> '.repeat(20_000)}</p>`],
  ['the Markdown of comments', twin, '<!-- a -->\n\n'.repeat(20_000)],
])('%s takes less than two seconds', async (_, work, body) => {
  await work('A first text, for which modules are loaded.');
  const start = process.cpuUsage();
  await work(body);
  expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
});
