import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entriesOf } from '../index-page.ts';
import { starterSite, type TestSite } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

let site: TestSite;

beforeAll(async () => {
  site = await starterSite('starter');
});

/** The front matter of the posts, newest first, read without the engine. */
function postsNewestFirst() {
  const folder = join(site.folder, 'src/content/posts');
  const posts = globSync('**/*.md', { cwd: folder }).map((path) => {
    const [, frontMatter = ''] = readFileSync(join(folder, path), 'utf8').split(/^---$/m);
    return parse(frontMatter) as {
      title: string;
      date: string;
      summary?: string;
      description?: string;
    };
  });
  const byTitle = new Intl.Collator('en').compare;
  return posts.sort((a, b) =>
    a.date === b.date ? byTitle(a.title, b.title) : a.date < b.date ? 1 : -1,
  );
}

describe('the site as it is cloned', () => {
  test('lists its newest ten posts on the first page, in order', () => {
    const expected = postsNewestFirst().slice(0, 10);
    const entries = entriesOf(site.read('/'));
    expect(entries.map(({ title, datetime }) => ({ title, date: datetime }))).toEqual(
      expected.map(({ title, date }) => ({ title, date })),
    );
  });

  test('shows the sentence of an author, or a cut text that ends in an ellipsis', () => {
    const entries = entriesOf(site.read('/'));
    for (const [index, { summary, description = summary }] of postsNewestFirst()
      .slice(0, 10)
      .entries()) {
      if (description === undefined) expect(entries[index]?.summary).toMatch(/\S \.\.\.$/);
      else expect(entries[index]?.summary).toBe(summary ?? description);
    }
  });

  test('carries each post in its feed and its sitemap', () => {
    const { rss } = parseXml(site, '/rss.xml') as unknown as {
      rss: { channel: { item: { title: string }[] } };
    };
    expect(rss.channel.item.map(({ title }) => title)).toEqual(
      postsNewestFirst().map(({ title }) => title),
    );
    const sitemap = site.read('/sitemap-0.xml');
    expect(sitemap.match(/<loc>[^<]*\/posts\/[^<]+<\/loc><lastmod>/g)).toHaveLength(
      postsNewestFirst().length,
    );
  });

  test('has no finding of html-validate', async () => {
    expect(await validationFindings(site)).toEqual([]);
  });

  test('has no address that leads nowhere', () => {
    expect(deadLinks(site)).toEqual([]);
  });
});
