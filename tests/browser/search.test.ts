import { describe, expect, test } from 'vitest';
import { paintedContrast } from './contrast.ts';
import {
  blogToSearch,
  count,
  field,
  firstResults,
  links,
  paths,
  results,
  searchIn,
} from './search-site.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogToSearch);

const searched = (query: string) => searchIn(blog, query);

/** The post that each query finds first. */
const FIRST = {
  GOMAXPROCS: '/blog/posts/go-limits/',
  gomaxprocs: '/blog/posts/go-limits/',
  gomax: '/blog/posts/go-limits/',
  'how many threads run': '/blog/posts/go-limits/',
  'kube-proxy': '/blog/posts/mesh/',
  'kube proxy': '/blog/posts/mesh/',
  'x-forwarded-for': '/blog/posts/mesh/',
  'X-Forwarded-For:': '/blog/posts/mesh/',
  'std::vector': '/blog/posts/cpp/',
  vector: '/blog/posts/cpp/',
  'C++': '/blog/posts/cpp/',
  'C#': '/blog/posts/sharp/',
  'net/http': '/blog/posts/server/',
  MAX_HEADER_BYTES: '/blog/posts/server/',
  $PATH: '/blog/posts/server/',
  Größe: '/blog/posts/sizes/',
  größ: '/blog/posts/sizes/',
  große: '/blog/posts/sizes/',
  GRÖßE: '/blog/posts/sizes/',
  cafes: '/blog/posts/sizes/',
  'sao paulo': '/blog/posts/sizes/',
  ligature: '/blog/posts/sizes/',
  代理: '/blog/posts/chinese/',
  服务器: '/blog/posts/chinese/',
  转发请求: '/blog/posts/chinese/',
  网络: '/blog/posts/chinese/',
  検索: '/blog/posts/japanese/',
  検索エンジン: '/blog/posts/japanese/',
  全文検索: '/blog/posts/japanese/',
  単語: '/blog/posts/japanese/',
  転置索引: '/blog/posts/japanese/',
  프록시: '/blog/posts/korean/',
  클라이언트: '/blog/posts/korean/',
  '요청을 전달': '/blog/posts/korean/',
  quill: '/blog/posts/tasks/',
  folio: '/blog/posts/tasks/',
  colophon: '/blog/posts/tasks/',
  '"are on each node"': '/blog/posts/mesh/',
  whiteboard: '/blog/posts/picture/',
  'perpetuum mobile': '/blog/posts/picture/',
};

test('a query finds the post first', async () => {
  expect(await firstResults(blog, Object.keys(FIRST))).toEqual(FIRST);
});

describe('a search that finds nothing', () => {
  test.each([
    ['drafts and posts that are on no list', 'unicorn'],
    ['formulas', 'zeta'],
    ['words of the page around the article', 'skip'],
    ['labels that nobody sees', 'footnotes'],
    ['words that are nowhere', 'xylophone'],
    ['words of which the first letters alone are somewhere', 'ansible'],
  ])('%s', async (_, query) => {
    const page = await searched(query);
    expect(await count(page).textContent()).toBe('Nothing found.');
    expect(await results(page).count()).toBe(0);
  });

  test('is said, and archive, tags and a search engine are offered', async () => {
    const page = await searched('xylophone & co');
    const engine = page.getByRole('link', { name: 'Search this site with DuckDuckGo' });
    const address = new URL((await engine.getAttribute('href'))!);
    expect(address.origin).toBe('https://duckduckgo.com');
    expect(address.searchParams.get('q')).toBe('xylophone & co site:example.com/blog');
    await page.getByRole('search').getByRole('link', { name: 'All posts by year' }).click();
    await page.waitForURL(blog.url('archive/'));
  });
});

describe('a word that is not found', () => {
  test('is corrected by a link that searches again', async () => {
    const page = await searched('threds');
    await page.getByText('Did you mean:').getByRole('link', { name: 'threads' }).click();
    await page.waitForURL(blog.url('search/?q=threads'));
    expect(await field(page).inputValue()).toBe('threads');
    await page.goBack();
    await expect.poll(() => field(page).inputValue()).toBe('threds');
  });

  test('is named, if others are found', async () => {
    const page = await searched('threads xylophone');
    expect(await page.getByText('Not found, and left out: xylophone').isVisible()).toBe(true);
    expect((await paths(page))[0]).toBe('/blog/posts/go-limits/');
  });
});

test('the latest posts are shown until the first letter', async () => {
  const page = await blog.visit('search/');
  const latest = page.getByRole('heading', { name: 'Latest posts' });
  expect(await latest.isVisible()).toBe(true);
  await page.keyboard.type('t');
  await expect.poll(() => latest.isVisible()).toBe(false);
  await page.keyboard.press('Backspace');
  await expect.poll(() => latest.isVisible()).toBe(true);
  expect(await results(page).count()).toBe(0);
});

describe('a result', () => {
  test('is a heading with a link, date, minutes and series, its passage and its sections', async () => {
    const page = await searched('threads');
    expect(await results(page).first().ariaSnapshot()).toBe(
      `- listitem:
  - heading "Limits of a Go program" [level=2]:
    - link "Limits of a Go program":
      - /url: /blog/posts/go-limits/
  - paragraph: January 6, 2024 · 1 min · Go at work
  - list:
    - listitem:
      - link "Threads":
        - /url: /blog/posts/go-limits/#threads
        - mark: Threads
      - paragraph:
        - text: The variable GOMAXPROCS says how many
        - mark: threads
        - text: run.`,
    );
    await links(page).last().click();
    await page.waitForURL(blog.url('posts/go-limits/#threads'));
  });

  test('shows Japanese as it was written, and the heading of a section in it', async () => {
    const page = await searched('索引');
    expect(await results(page).first().locator('li').innerText()).toBe(
      '索引の作り方\n\n転置索引はとても速いです。',
    );
  });

  test('shows code as code, and what looks like HTML as text', async () => {
    const page = await searched('folio');
    expect(await results(page).first().locator('code').innerText()).toBe('const folio = 1;');
    const other = await searched('alert');
    expect(await results(other).first().innerText()).toContain('<script>alert(1)</script>');
    expect(await results(other).locator('script').count()).toBe(0);
  });

  test('can be a page that is no post', async () => {
    const page = await searched('imprimatur');
    expect(await paths(page)).toEqual(['/blog/about/']);
    expect(await results(page).locator('p.soft').count()).toBe(0);
  });

  test('has its text fetched when it comes into sight', async () => {
    const page = await searched('plenitude');
    expect(await count(page).textContent()).toBe('14 results');
    expect(await results(page).count()).toBe(14);
    const last = results(page).last();
    expect(await last.locator('mark').count()).toBe(0);
    await last.scrollIntoViewIfNeeded();
    await last.locator('mark').waitFor();
  });
});

describe('without JavaScript', () => {
  test('the search page offers archive and tags, and no control without effect', async () => {
    const page = await blog.visit('search/?q=threads', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('The search needs JavaScript');
    expect(await page.getByRole('heading', { name: 'Latest posts' }).isVisible()).toBe(true);
    const engine = page.getByRole('link', { name: 'Search this site with DuckDuckGo' });
    expect(await engine.getAttribute('href')).toBe(
      'https://duckduckgo.com/?q=site%3Aexample.com%2Fblog',
    );
    expect(await page.locator('input, button, summary').filter({ visible: true }).count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: 'Tags' }).click();
    await page.waitForURL(blog.url('tags/'));
  });
});

describe('what is loaded', () => {
  const requests = async (path: string) => {
    const asked: string[] = [];
    const page = await blog.visit(path, {
      before: async (window) => window.on('request', (request) => asked.push(request.url())),
    });
    return { page, asked: () => asked.map((one) => one.slice(blog.url('').length)) };
  };

  test.each(['', 'posts/mesh/', 'archive/'])('by /%s is nothing of the search', async (path) => {
    const { asked } = await requests(path);
    expect(asked().filter((one) => /search/.test(one))).toEqual([]);
    expect(blog.site.read(`/${path}`)).not.toMatch(/wasm/);
  });

  test('by a search is the index of this site and no script', async () => {
    const { page, asked } = await requests('search/?q=threads');
    await results(page).first().locator('mark').first().waitFor();
    const kinds = asked().map((one) => one.replace(/\?.*|\d+/g, ''));
    expect(new Set(kinds.filter((kind) => kind !== 'favicon.svg'))).toEqual(
      new Set(['search/', 'search/en/index.json', 'search/en/terms-.json', 'search/en/text-.json']),
    );
  });

  test('that is not there is said', async () => {
    const page = await blog.visit('search/?q=threads', {
      before: (window) => window.route('**/index.json', (route) => route.abort()),
    });
    await expect.poll(() => count(page).textContent()).toBe('The search could not be loaded.');
    const tags = page.getByRole('search').getByRole('link', { name: 'Tags' });
    expect(await tags.isVisible()).toBe(true);
  });
});

test.each(['light', 'dark'] as const)(
  'hits stand out in forced colors, %s',
  async (colorScheme) => {
    const page = await blog.visit('search/?q=vector', { forcedColors: 'active', colorScheme });
    const mark = results(page).first().locator('mark').first();
    expect(await paintedContrast(mark)).toBeGreaterThanOrEqual(4.5);
    const background = await mark.evaluate((element) => getComputedStyle(element).backgroundColor);
    const paper = await page
      .locator('body')
      .evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(background).not.toBe(paper);
  },
);
