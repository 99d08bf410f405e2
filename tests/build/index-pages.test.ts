import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../html.ts';
import { entriesOf, titlesOf } from '../index-page.ts';
import { post, words } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** 25 posts that are listed, of which one is pinned, and three that are not. */
function files(): Record<string, string> {
  const posts = Array.from({ length: 25 }, (_, index) => index + 1).map(
    (number): [string, string] => [
      `posts/post-${two(number)}.md`,
      post({
        title: `Post ${two(number)}`,
        date: `2024-01-${two(number)}`,
        tags: number % 2 === 0 ? ['C++', 'Even'] : ['c++'],
        pinned: number === 3,
      }),
    ],
  );
  return {
    ...Object.fromEntries(posts),
    'posts/draft.md': post({ title: 'A draft', date: '2024-02-01', draft: true, tags: ['Secret'] }),
    'posts/unlisted.md': post({
      title: 'An unlisted post',
      date: '2024-02-02',
      unlisted: true,
      tags: ['Even', 'Hidden'],
    }),
    'pages/imprint.md': '---\ntitle: Imprint\nunlisted: true\n---\n\nWho.\n',
    'pages/deep/er.md': '---\ntitle: Deeper\nupdated: 2024-03-01\n---\n\nA page.\n',
    'posts/entry-more.md': post(
      { title: 'More', date: '2023-01-04' },
      `Before.\n\n<!--more-->\n\nAfter.`,
    ),
    'posts/entry-automatic.md': post(
      { title: 'Automatic', date: '2023-01-03' },
      `${words(80)}\n\nAfter.`,
    ),
    'posts/entry-markup.md': post(
      { title: 'With `markup` and "marks"', date: '2023-01-01' },
      '## First\n\nWhat `f` is for $2^n$:\n\n- *one*\n- [two](https://example.com)\n\n<!--more-->\n\nAfter.',
    ),
    'posts/entry-description.md': post({
      title: 'Description',
      date: '2023-01-02',
      description: 'Described.',
    }),
    'posts/entry-summary.md': post(
      { title: 'Summary', date: '2023-01-01', summary: 'Summed up.', description: 'Described.' },
      `${words(300)}\n\n<!--more-->\n\nAfter.`,
    ),
  };
}

let site: TestSite;

beforeAll(async () => {
  site = await new TestSite('index-pages', { files: files() }).mustBuild();
});

describe('index pages', () => {
  test('hold ten posts, newest first, with pinned ones before all others', () => {
    const numbers = [3, 25, 24, 23, 22, 21, 20, 19, 18, 17];
    expect(titlesOf(site.read('/'))).toEqual(numbers.map((number) => `Post ${two(number)}`));
    expect(titlesOf(site.read('/page/2/'))).toHaveLength(10);
    expect(titlesOf(site.read('/page/3/'))).toEqual([
      'Post 06',
      'Post 05',
      'Post 04',
      'Post 02',
      'Post 01',
      'More',
      'Automatic',
      'Description',
      'Summary',
      'With markup and “marks”',
    ]);
  });

  test('are numbered from the second on', () => {
    expect(site.files('page/**')).toEqual(['/page/2/index.html', '/page/3/index.html']);
    const [pagination] = elements(site.read('/page/2/'), 'nav');
    const numbers = elements(pagination!, 'li').map(text);
    expect(numbers).toEqual(['1', '2', '3']);
    expect(site.read('/page/2/')).toContain('<b aria-current="page">2</b>');
  });

  test('lead to the newer and the older page', () => {
    const ways = (path: string) =>
      elements(site.read(path), 'a')
        .filter((link) => attribute(link, 'rel') === 'prev' || attribute(link, 'rel') === 'next')
        .map((link) => [attribute(link, 'rel'), attribute(link, 'href'), text(link)]);
    expect(ways('/')).toEqual([['next', '/page/2/', 'Older posts']]);
    expect(ways('/page/2/')).toEqual([
      ['prev', '/', 'Newer posts'],
      ['next', '/page/3/', 'Older posts'],
    ]);
    expect(ways('/page/3/')).toEqual([['prev', '/page/2/', 'Newer posts']]);
  });

  test.each([
    ['More', 'Before. ...', 'January 4, 2023 · 1 min'],
    ['Automatic', `${words(80)} ...`, 'January 3, 2023 · 1 min'],
    ['Description', 'Described.', 'January 2, 2023 · 1 min'],
    ['Summary', 'Summed up.', 'January 1, 2023 · 2 min'],
    ['With markup and “marks”', 'First What f is for 2n: one two ...', 'January 1, 2023 · 1 min'],
  ])('show the entry of %s as its front matter and text say', (title, summary, meta) => {
    const entry = entriesOf(site.read('/page/3/')).find((found) => found.title === title);
    expect(entry).toMatchObject({ summary, meta });
  });

  test('keep the markup of a summary, without its links', () => {
    const page = site.read('/page/3/');
    const [summary] = elements(elements(page, 'article').at(-1)!, 'p');
    const names = elements(summary!).map(({ tagName }) => tagName);
    expect([...new Set(names)].join(' ')).toBe('p b code math msup mn mi span em');
    // The styles of formulas and items.
    expect(page).toMatch(/<style>.*math\b.*<\/style>/s);
    expect(page).toContain('.item:before');
    expect(site.read('/')).not.toContain('.item');
  });

  test('have code and quotation marks in titles, which are plain text elsewhere', () => {
    const html = 'With <code>markup</code> and “marks”';
    const links = `<a class="u-url p-name" href="/posts/entry-markup/">${html}</a>`;
    expect(site.read('/page/3/')).toContain(`<h2>${links}</h2>`);
    expect(site.read('/archive/')).toContain(links);
    expect(site.read('/posts/entry-markup/')).toContain(`<h1 class="p-name">${html}</h1>`);
    const title = 'With markup and “marks”';
    expect(site.read('/posts/entry-markup/')).toContain(`<title>${title} – Test</title>`);
    expect(site.read('/posts/entry-markup/')).toContain(`"headline":"${title}"`);
    expect(site.read('/rss/1.xml')).toContain(`<title>${title}</title>`);
    expect(site.read('/llms.txt')).toContain(`[${title}]`);
  });

  test('have an entry that other programs read as sentences', () => {
    const text = 'First. What f is for 2^n: one two ...';
    expect(site.read('/posts/entry-markup/')).toContain(
      `<meta name="description" content="${text}">`,
    );
    expect(site.read('/rss/1.xml')).toContain(`<description>${text}</description>`);
    expect(site.read('/llms.txt')).toContain(`): ${text}`);
  });

  test('have titles and descriptions that tell them apart', () => {
    const heads = site
      .files('**/*.html')
      .map(
        (path) => /<title>.*?<\/title><meta name="description"[^>]*>/.exec(site.read(path))?.[0],
      );
    const told = heads.filter((head) => head !== undefined);
    expect(new Set(told).size).toBe(told.length);
  });
});

test('a pinned post is first on the index alone', () => {
  expect(titlesOf(site.read('/'))[0]).toBe('Post 03');
  expect(titlesOf(site.read('/authors/someone/'))[0]).toBe('Post 25');
  expect(titlesOf(site.read('/tags/c++/'))[0]).toBe('Post 25');
  expect(/<item><title>([^<]*)/.exec(site.read('/rss.xml'))?.[1]).toBe('Post 25');
});

describe('a post that is not listed', () => {
  // The build of this site runs with DEV=1 in its environment, which vitest sets.
  test('is in no file if it is a draft', () => {
    const all = site
      .files()
      .map((path) => path + site.read(path))
      .join('\n');
    expect(all).not.toMatch(/A draft|\/draft\/|[Ss]ecret/);
  });

  test('has a page with noindex if it is unlisted', () => {
    expect(site.read('/posts/unlisted/')).toContain('<meta name="robots" content="noindex">');
    expect(site.read('/posts/post-01/')).not.toContain('noindex');
  });

  test('is on no list, feed or sitemap if it is unlisted, and makes no tag', () => {
    const others = site.files().filter((path) => path !== '/posts/unlisted/index.html');
    for (const path of others) expect(site.read(path)).not.toContain('/posts/unlisted/');
    expect(site.files('tags/hidden/**')).toEqual([]);
    expect(site.read('/posts/unlisted/')).not.toContain('/tags/hidden/');
  });

  test('has no neighbours, and is the neighbour of no post', () => {
    expect(
      elements(site.read('/posts/unlisted/'), 'a').map((link) => attribute(link, 'rel')),
    ).not.toContain('prev');
  });
});

describe('tags, authors and the archive', () => {
  test('are one tag where the slugs are equal, named as first written', () => {
    const html = site.read('/tags/');
    const tags = elements(html, 'main')
      .flatMap((main) => elements(html, 'li').filter(() => main))
      .map(text);
    expect(tags).toContain('c++ 25 posts');
    expect(tags).toContain('Even 12 posts');
    expect(tags).not.toContain('C++ 25 posts');
    expect(site.read('/posts/post-02/')).toContain('>c++</a>');
  });

  test('have pages of ten posts each', () => {
    expect(site.files('tags/c++/**/*.html')).toEqual([
      '/tags/c++/index.html',
      '/tags/c++/page/2/index.html',
      '/tags/c++/page/3/index.html',
    ]);
    expect(site.files('authors/**/*.html')).toEqual([
      '/authors/someone/index.html',
      '/authors/someone/page/2/index.html',
      '/authors/someone/page/3/index.html',
    ]);
    expect(titlesOf(site.read('/tags/c++/'))[0]).toBe('Post 25');
  });

  test('count the posts of years and months', () => {
    const headings = elements(site.read('/archive/'), 'h2', 'h3').map(text);
    expect(headings).toEqual([
      '2024 25 posts',
      'January 25 posts',
      '2023 5 posts',
      'January 5 posts',
    ]);
  });
});

describe('the sitemap', () => {
  test('names every page that wants to be found, with its last change', () => {
    const { urlset } = parseXml(site, '/sitemap-0.xml') as unknown as {
      urlset: { url: { loc: string; lastmod?: string }[] };
    };
    const found = new Map(
      urlset.url.map(({ loc, lastmod }) => [loc.replace('https://example.com', ''), lastmod]),
    );
    expect(found.get('/')).toBe('2024-01-25');
    expect(found.get('/page/3/')).toBeUndefined();
    expect(found.get('/posts/post-07/')).toBe('2024-01-07');
    expect(found.get('/tags/even/')).toBe('2024-01-24');
    expect(found.get('/deep/er/')).toBe('2024-03-01');
    expect(found.has('/posts/')).toBe(false);
    expect(found.has('/imprint/')).toBe(false);
    expect(found.has('/404/')).toBe(false);
    const pages = site.files('**/index.html').map((path) => path.replace('index.html', ''));
    const left = pages.filter((path) => !found.has(path)).sort();
    expect(left).toEqual(['/imprint/', '/posts/', '/posts/unlisted/', '/search/']);
  });

  test('is named by robots.txt', () => {
    expect(site.read('/robots.txt')).toContain('Sitemap: https://example.com/sitemap-index.xml');
  });
});

test('every page is valid, and every address leads somewhere', async () => {
  expect(await validationFindings(site)).toEqual([]);
  expect(deadLinks(site)).toEqual([]);
});
