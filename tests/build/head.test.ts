import { beforeAll, describe, expect, test } from 'vitest';
import { headOf, type Head, type Thing } from '../head.ts';
import { elements, text } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { fixtureBlog } from '../sites/example.ts';

/** What a kind of page has in its head. */
interface Kind {
  matches: RegExp;
  type?: 'website' | 'article' | 'profile';
  /** The types of its structured data. */
  data: string[];
  markdown?: boolean;
  noindex?: boolean;
}

const KINDS: Record<string, Kind> = {
  'the index': { matches: /^\/$/, type: 'website', data: ['WebSite,Blog'] },
  'a later index page': { matches: /^\/page\/\d+\/$/, type: 'website', data: [] },
  'an article': {
    matches: /^\/posts\/[^/]+\/$/,
    type: 'article',
    data: ['BlogPosting', 'BreadcrumbList'],
    markdown: true,
  },
  'a page': {
    matches: /^\/about\/$/,
    type: 'website',
    data: ['BreadcrumbList'],
    markdown: true,
  },
  'a tag': { matches: /^\/tags\/[^/]+\/$/, type: 'website', data: ['BreadcrumbList'] },
  'the tags': { matches: /^\/tags\/$/, type: 'website', data: ['BreadcrumbList'] },
  'a series': { matches: /^\/series\/(?:[^/]+\/)?$/, type: 'website', data: ['BreadcrumbList'] },
  'the archive': { matches: /^\/archive\/$/, type: 'website', data: ['BreadcrumbList'] },
  'the feeds': { matches: /^\/feeds\/$/, type: 'website', data: ['BreadcrumbList'] },
  'the search': { matches: /^\/search\/$/, type: 'website', data: [], noindex: true },
  'an author': {
    matches: /^\/authors\/[^/]+\/$/,
    type: 'profile',
    data: ['ProfilePage', 'BreadcrumbList'],
  },
  'a later page of an author': { matches: /^\/authors\/.+\/page\//, type: 'profile', data: [] },
  'the page for what is not there': { matches: /^\/404\.html$/, data: [], noindex: true },
};

/** The properties that Google's documentation requires or recommends, and ours beside them. */
const PROPERTIES: Record<string, string[]> = {
  'WebSite,Blog': ['name', 'url', 'description', 'inLanguage', 'publisher'],
  BlogPosting: ['headline', 'datePublished', 'author', 'image', 'inLanguage'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  ProfilePage: ['mainEntity'],
  Person: ['name', 'url'],
};

let site: BuiltSite;
/** Every page of the starter site by its path, those that send on to another aside. */
let heads: Map<string, Head>;

beforeAll(async () => {
  site = await fixtureBlog();
  const paths = site.files('**/*.html').map((path) => path.replace(/index\.html$/, ''));
  const pages = paths.filter((path) => !site.read(path).includes('http-equiv="refresh"'));
  heads = new Map(pages.map((path) => [path, headOf(site.read(path))]));
});

const kindOf = (path: string) =>
  Object.entries(KINDS).filter(([, { matches }]) => matches.test(path));

test('every page is of one kind, and of every kind there is a page', () => {
  const found = [...heads.keys()].map((path) => kindOf(path).map(([name]) => name));
  for (const names of found) expect(names).toHaveLength(1);
  expect(new Set(found.flat())).toEqual(new Set(Object.keys(KINDS)));
});

describe.each(Object.entries(KINDS))('%s', (_, kind) => {
  const pages = () => [...heads].filter(([path]) => kind.matches.test(path));

  test('has a title, a description and an address of its own', () => {
    for (const [path, { title, meta, links }] of pages()) {
      expect(title).toMatch(/Octavo$/);
      expect(meta['description']?.[0]).toMatch(/\S.{9,}/);
      expect([...meta['description']![0]!].length).toBeLessThanOrEqual(160);
      expect(meta['robots']).toEqual(kind.noindex ? ['noindex'] : undefined);
      const own = `https://octavo.example${path}`;
      expect(links['canonical']).toEqual(kind.noindex ? undefined : [own]);
      expect(meta['og:url']).toEqual(kind.type && [own]);
    }
  });

  test('says where it is shared what it is', () => {
    for (const [, { title, meta }] of pages()) {
      expect(meta['og:type']).toEqual(kind.type && [kind.type]);
      if (!kind.type) continue;
      expect(`${meta['og:title']![0]!} – Octavo`).toContain(title);
      expect(meta['og:description']).toEqual(meta['description']);
      expect(meta['og:site_name']).toEqual(['Octavo']);
      expect(meta['og:locale']).toEqual(['en_US']);
      expect(meta['twitter:card']).toEqual(['summary_large_image']);
      const [image = ''] = meta['og:image'] ?? [];
      expect(image).toMatch(/^https:\/\/octavo\.example\/.*\.(?:png|jpeg)$/);
      expect(site.files()).toContain(decodeURI(new URL(image).pathname));
      const ofImage = ['width', 'height', 'alt'].map((name) => meta[`og:image:${name}`]);
      for (const value of ofImage) expect(value).toHaveLength(1);
      expect(meta['article:published_time']?.length).toBe(kind.type === 'article' ? 1 : undefined);
    }
  });

  test('has icons, a manifest and the colors of both themes', () => {
    for (const [path, { meta, links }] of pages()) {
      expect(links['manifest']).toEqual(['/site.webmanifest']);
      expect(links['icon']).toHaveLength(1);
      const [, light, dark] = /--paper:light-dark\((.+?),(.+?)\)/.exec(site.read(path))!;
      expect(meta['theme-color']).toEqual([light, dark]);
    }
  });

  test('has the structured data of its kind, and no other', () => {
    for (const [, { data }] of pages()) expect(Object.keys(data)).toEqual(kind.data);
  });

  test('has its text as Markdown, or not', () => {
    for (const [path, { links }] of pages()) {
      const address = path.replace(/\/$/, '.md');
      expect(links['alternate text/markdown']).toEqual(kind.markdown && [address]);
    }
  });
});

describe('titles and descriptions', () => {
  test.each(['title', 'description'] as const)('no two pages share a %s', (which) => {
    const all = [...heads.values()].map(({ title, meta }) =>
      which === 'title' ? title : meta['description']?.[0],
    );
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });

  test('a page that sends on to another has no page’s title', () => {
    const { title } = headOf(site.read('/posts/'));
    expect(title).not.toBe('');
    expect([...heads.values()].map((head) => head.title)).not.toContain(title);
  });
});

describe('structured data', () => {
  test('has what is required and recommended', () => {
    let things = 0;
    const visit = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return;
      const thing = value as Thing;
      const known = PROPERTIES[String(thing['@type'])] ?? [];
      for (const property of known) expect(thing, String(thing['@type'])).toHaveProperty(property);
      things += known.length > 0 ? 1 : 0;
      for (const below of Object.values(thing)) visit(below);
    };
    for (const { data } of heads.values()) visit(data);
    expect(things).toBeGreaterThan(50);
  });

  test('of an article claims what the page shows', () => {
    const articles = [...heads].filter(([, { data }]) => 'BlogPosting' in data);
    expect(articles.length).toBeGreaterThan(10);
    for (const [path, { data, meta }] of articles) {
      const html = site.read(path);
      const article = data['BlogPosting'] as Thing & {
        author: { name: string; url: string }[];
      };
      expect(text(elements(html, 'h1')[0]!)).toBe(article['headline']);
      const header = text(elements(html, 'header').at(-1)!);
      expect(html).toContain(
        `<time class="dt-published" datetime="${String(article['datePublished'])}"`,
      );
      for (const { name, url } of article.author) {
        expect(header).toContain(name);
        expect(html).toContain(`href="${new URL(url).pathname}"`);
      }
      for (const tag of meta['article:tag'] ?? []) expect(header).toContain(tag);
      expect(article['image']).toBe(meta['og:image']?.[0]);
    }
  });
});
