import { describe, expect, test } from 'vitest';
import { expectHydration } from '../browser/hydration.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';
import { islandsBlog } from '../sites/islands.ts';

const NAMES = ['react', 'svelte'] as const;
const blog = siteInBrowser(() => islandsBlog('all-islands', NAMES).mustBuild());

describe.each(['posts/islands/', 'counters/'])('on %s', (path) => {
  test.each(NAMES)('islands of %s hydrate', async (name) => {
    const page = await blog.visit(path);
    await expectHydration(page, name);
    const own = blog
      .messages(page)
      .filter((message) => !/(?:third|head)\.example|^info:|ERR_/.test(message));
    expect(own).toEqual([]);
  });
});

test('feeds and Markdown have what the server rendered of islands', () => {
  const [rss, markdown] = ['/rss.xml', '/posts/islands.md'].map((path) => blog.site.read(path));
  expect(rss!.match(/counted 0/g)).toHaveLength(4);
  expect(rss!.match(/See it in the article/g)).toHaveLength(2);
  expect(markdown!.match(/^<p> counted 0<\/p>$/gm)).toHaveLength(4);
});
