import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import type { BuiltSite } from '../site.ts';
import { largeBlog, TAGS } from '../sites/large.ts';
import { deadLinks, parseXml, validationFindings } from '../build/sound.ts';

let site: BuiltSite;

beforeAll(async () => {
  site = await largeBlog();
});

test('the site is sound', async () => {
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
});

describe('a series', () => {
  const within = (path: string, label: string, ...names: string[]) =>
    elements(site.read(path), 'nav')
      .filter((nav) => attribute(nav, 'ariaLabel') === label)
      .flatMap((nav) => elements(nav, ...names))
      .map(text);

  test.each([
    ['one', 1, 'One', ['Next part Two']],
    ['two', 2, 'Two', ['Previous part One', 'Next part Three']],
    ['three', 3, 'Three', ['Previous part Two']],
  ])(
    '/posts/%s/ says that it is part %i, and leads to those beside it',
    (slug, number, title, beside) => {
      const path = `/posts/${slug}/`;
      expect(within(path, 'Series', 'summary')).toEqual([`From the ground up Part ${number} of 3`]);
      expect(within(path, 'Series', 'li')).toEqual(['One', 'Two', 'Three']);
      expect(site.read(path)).toContain(`<b aria-current="page"`);
      expect(within(path, 'Series', 'b').at(-1)).toBe(title);
      expect(within(path, 'Previous and next part', 'a')).toEqual(beside);
    },
  );

  test('has a page with its parts in the order of reading, and is on the page of all series', () => {
    const page = site.read('/series/from-the-ground-up/');
    expect(elements(page, 'h2').map(text)).toEqual(['One', 'Two', 'Three']);
    expect(text(elements(page, 'h1')[0]!)).toBe('From the ground up');
    expect(elements(site.read('/series/'), 'li').map((item) => text(item).trim())).toContain(
      'From the ground up 3 posts',
    );
  });

  test('is in the sitemap', () => {
    const { urlset } = parseXml(site, '/sitemap-0.xml') as unknown as {
      urlset: { url: { loc: string }[] };
    };
    const addresses = urlset.url.map(({ loc }) => loc);
    expect(addresses).toContain('https://example.com/blog/series/');
    expect(addresses).toContain('https://example.com/blog/series/from-the-ground-up/');
  });

  test('is not shown on a post that is no part of one, nor on one that is on no list', () => {
    for (const path of ['/posts/near/', '/posts/hidden/'])
      expect(within(path, 'Series', 'li')).toEqual([]);
  });
});

describe('related posts', () => {
  const related = (path: string) => {
    const [aside] = elements(site.read(path), 'aside');
    return elements(aside!, 'a').map(text);
  };

  test('are about the same subject, and neither parts of the series nor neighbours', () => {
    expect(related('/posts/two/')).toEqual(['Near']);
  });

  test('are neither drafts nor unlisted', () => {
    expect(related('/posts/near/')).toEqual(['Three', 'Two']);
  });

  test('are left out where there are none', () => {
    expect(site.read('/posts/hidden/')).not.toContain('Related posts');
  });
});

describe('with many posts', () => {
  test('the archive has the newest year open and the others folded', () => {
    const years = site.read('/archive/').match(/<details[^>]*>/g)!;
    expect(years.length).toBeGreaterThan(5);
    expect(years.map((year) => year.includes('open'))).toEqual(
      years.map((_, index) => index === 0),
    );
  });

  test('tags are listed by name, each with its count', () => {
    const items = site.read('/tags/').match(/<li data-count="\d+"/g)!;
    expect(items).toHaveLength(TAGS.length + 1);
  });
});
