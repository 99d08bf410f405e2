import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import type { SharedSite } from '../shared-site.ts';
import { LINK, multilingualBlog } from '../sites/multilingual.ts';
import { deadLinks, validationFindings } from './sound.ts';

let site: SharedSite;

beforeAll(async () => {
  site = await multilingualBlog();
});

/** Returns the links in the entries of a list: `text → target`. */
function linksIn(path: string): string[] {
  return elements(site.read(path), 'article').flatMap((entry) =>
    elements(entry, 'a').map((link) => `${text(link)} → ${attribute(link, 'href')}`),
  );
}

/** Returns the items of a JSON Feed. */
function itemsOf(path: string): Record<string, unknown>[] {
  return (JSON.parse(site.read(path)) as { items: Record<string, unknown>[] }).items;
}

describe('the list of notes', () => {
  test('has the notes of its language whole, the newest first', () => {
    const entries = elements(site.read('/notes/'), 'article').map(text);
    expect(entries).toEqual([
      expect.stringMatching(
        /^Hops & tokens tokens\.example ?Three tokens\..*As said\..*March 4, 2024/,
      ),
      expect.stringMatching(/^Today I learned .* as cd - does\..*Since 2\.23\..*March 2, 2024/),
    ]);
    expect(elements(site.read('/de/notes/'), 'article').map(text)).toEqual([
      expect.stringMatching(/^Mit git switch - zurück\./),
    ]);
    expect(elements(site.read('/ja/notes/'), 'article')).toEqual([]);
  });

  test('has titles that lead to linked pages, and dates that lead to notes', () => {
    const links = linksIn('/notes/');
    expect(links).toContain(`Hops & tokens tokens.example → ${LINK}`);
    expect(links).toContain('March 4, 2024 → /notes/titled/');
    expect(links).toContain('via via.example → https://via.example/1?a=1&b');
    expect(links).toContain('March 2, 2024 → /notes/switch/');
    expect(linksIn('/de/notes/')).toContain('git.example → https://www.git.example/switch');
  });

  test('has the ids of each note once, and links to them', () => {
    const all = elements(site.read('/notes/'));
    const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('switch-fn-1');
    const targets = all.flatMap((one) => /^#(.+)/.exec(attribute(one, 'href') ?? '')?.[1] ?? []);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('names its feeds', () => {
    const links = elements(site.read('/de/notes/'), 'link').map((link) => attribute(link, 'href'));
    expect(links).toContain('/de/notes/rss.xml');
    expect(links).toContain('/de/notes/atom.xml');
    expect(links).toContain('/de/notes/feed.json');
  });
});

describe('a note', () => {
  test('without a title has its date and first words for one', () => {
    const html = site.read('/notes/switch/');
    expect(html).toContain(
      '<title>March 2, 2024: Today I learned that git switch - goes back to the branch… – Hops</title>',
    );
    const [heading] = elements(html, 'h1');
    expect(attribute(heading!, 'className')).toBe('sr-only');
  });

  test('is a page with a twin in Markdown, a translation, and a link to the list', () => {
    const html = site.read('/notes/switch/');
    expect(html).toContain('<a href="/notes/">Notes</a>');
    expect(html).toContain(
      '<link rel="alternate" hreflang="de" href="https://example.com/de/notes/switch/">',
    );
    const twin = site.read('/notes/switch.md');
    expect(twin).toContain('date: 2024-03-02T10:30:00Z\n');
    expect(twin).not.toMatch(/^(?:title|#)/m);
    expect(site.files()).not.toContain('/notes/draft/index.html');
  });

  test('is cited by its first words, without a second period', () => {
    expect(text(elements(site.read('/notes/switch/'), 'details').at(-1)!)).toContain(
      'Someone. Today I learned that git switch - goes back to the branch… Hops, March 2, 2024.',
    );
  });

  test('is on the pages of its tags, in the sitemap, in llms.txt and in the search', () => {
    expect(linksIn('/tags/go/')).toContain('March 2, 2024 → /notes/switch/');
    for (const path of ['/notes/', '/notes/switch/', '/de/notes/'])
      expect(site.read('/sitemap-0.xml')).toContain(`<loc>https://example.com${path}</loc>`);
    expect(site.read('/llms.txt')).toContain('(https://example.com/notes/switch.md)');
  });

  test('is not on the index, in the archive and in the feeds of the blog', () => {
    for (const path of ['/', '/archive/', '/rss.xml', '/atom.xml', '/feed.json'])
      expect(site.read(path)).not.toContain('/notes/switch/');
  });

  test('is no neighbour of a post', () => {
    expect(site.read('/posts/linked/')).not.toContain('href="/notes/');
  });
});

describe('a link post', () => {
  test('has a title that leads to the linked page, in every list and above its text', () => {
    for (const path of ['/', '/archive/', '/posts/linked/']) {
      const link = elements(site.read(path), 'a').find((one) => attribute(one, 'href') === LINK);
      expect(text(link!)).toBe('A linked page tokens.example');
      expect(attribute(link!, 'className')).toBe('u-bookmark-of');
    }
    for (const path of ['/', '/archive/'])
      expect(site.read(path)).toMatch(/<a [^>]*href="\/posts\/linked\/"[^>]*><time/);
    expect(site.read('/posts/linked/')).toContain(`"citation":"${LINK}"`);
  });

  test('leads to itself beside other content', () => {
    const links = (path: string, name: string) =>
      elements(site.read(path), name).flatMap((part) =>
        elements(part, 'a').map((link) => `${text(link)} → ${attribute(link, 'href')}`),
      );
    expect(links('/notes/switch/', 'aside')).toEqual(['Hops & tokens → /notes/titled/']);
    expect(links('/search/', 'section')).toContain('A linked page → /posts/linked/');
  });

  test('names the linked page in feeds, whose title is that of the note', () => {
    const [titled, untitled] = itemsOf('/notes/feed.json');
    expect(titled).toMatchObject({ title: 'Hops & tokens', external_url: LINK });
    expect(titled!['content_html']).toContain(
      `<p><a href="${LINK.replaceAll('&', '&amp;')}">tokens.example</a> · <a href="https://via.example/1?a=1&amp;b">via via.example</a></p>`,
    );
    expect(untitled).not.toHaveProperty('title');
    expect(itemsOf('/de/notes/feed.json')[0]).toMatchObject({
      external_url: 'https://www.git.example/switch',
      url: 'https://example.com/de/notes/switch/',
    });
    const [, entry = ''] = site.read('/notes/atom.xml').split('<entry>');
    const links = elements(entry, 'link').map((link) => [
      attribute(link, 'rel'),
      attribute(link, 'href'),
    ]);
    expect(links).toEqual([
      ['alternate', 'https://example.com/notes/titled/'],
      ['related', LINK],
      ['via', 'https://via.example/1?a=1&b'],
    ]);
  });
});

test('every page with notes is valid, and no link is dead', async () => {
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
});
