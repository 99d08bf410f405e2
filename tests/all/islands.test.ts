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

test('feeds have links to islands in a version of Astro without its module of renderers', async () => {
  const site = islandsBlog('all-islands-private', ['preact']);
  site.edit(
    '../astro.config.mjs',
    'integrations:',
    `vite: { plugins: [${HIDDEN}] }, integrations:`,
  );
  await site.mustBuild();
  const rss = site.read('/rss.xml');
  expect(rss).not.toContain('counted 0');
  expect(rss.match(/See it in the article/g)).toHaveLength(3);
  expect(rss).toContain('Before.');
  expect(site.read('/posts/islands/')).toContain('counted');
});

/** Hides the module from the engine. */
const HIDDEN = `{
  name: 'hidden',
  enforce: 'pre',
  resolveId: {
    order: 'pre',
    handler: (source, importer) =>
      source === 'virtual:astro:renderers' && /component-renderers/.test(importer)
        ? '\\0octavo:no-renderers'
        : undefined,
  },
}`;
