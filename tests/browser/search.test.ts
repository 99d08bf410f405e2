import { describe, expect, test } from 'vitest';
import { paintedContrast } from './contrast.ts';
import { blogToSearch, firstResults, options, paths, searchIn, status } from './search-site.ts';
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
    expect(await status(page).textContent()).toBe('Nothing found.');
    expect(await options(page).count()).toBe(0);
  });

  test('is said, and archive and tags are offered', async () => {
    const page = await searched('xylophone');
    await page.getByRole('search').getByRole('link', { name: 'All posts by year' }).click();
    await page.waitForURL(blog.url('archive/'));
  });
});

describe('a result', () => {
  test('leads to the section that has it, with the passage marked', async () => {
    const page = await searched('threads');
    expect(await paths(page)).toEqual(['/blog/posts/go-limits/', '/blog/posts/go-limits/#threads']);
    const section = options(page).last();
    expect(await section.innerText()).toBe(
      'Threads\nThe variable GOMAXPROCS says how many threads run.',
    );
    expect(await section.locator('mark').allTextContents()).toEqual(['Threads', 'threads']);
    await section.click();
    await page.waitForURL(blog.url('posts/go-limits/#threads'));
  });

  test('has the title, date and minutes of the post as its page says them', async () => {
    const page = await searched('GOMAXPROCS');
    const [title, facts] = (await options(page).first().innerText()).split('\n');
    const article = await blog.visit('posts/go-limits/');
    expect(title).toBe(await article.locator('h1').textContent());
    const meta = (await article.locator('article header p').innerText()).split(' · ');
    expect(facts).toBe(meta.slice(0, 2).join(' · '));
  });

  test('shows Japanese as it was written, and the heading of a section in it', async () => {
    const page = await searched('索引');
    expect(await options(page).last().innerText()).toBe('索引の作り方\n転置索引はとても速いです。');
  });

  test('shows what looks like HTML as text', async () => {
    const page = await searched('alert');
    expect(await options(page).first().innerText()).toContain('element <script>alert(1)</script>');
    expect(await options(page).locator('script').count()).toBe(0);
  });

  test('can be a page that is no post', async () => {
    const page = await searched('imprimatur');
    expect(await paths(page)).toEqual(['/blog/about/']);
  });

  test('is one of five, and more are a button away', async () => {
    const page = await searched('plenitude');
    expect(await status(page).textContent()).toBe('14 results');
    for (const count of [5, 10, 14]) {
      await expect.poll(() => options(page).count()).toBe(count);
      const more = page.getByRole('button', { name: 'More results' });
      if (count < 14) await more.click();
      else expect(await more.count()).toBe(0);
    }
  });
});

describe('without JavaScript', () => {
  test('the search page offers archive and tags, and no control without effect', async () => {
    const page = await blog.visit('search/?q=threads', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('The search needs JavaScript');
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
    await options(page).first().waitFor();
    const kinds = asked().map((one) => one.replace(/\?.*|\d+/g, ''));
    expect(new Set(kinds.filter((kind) => kind !== 'favicon.svg'))).toEqual(
      new Set(['search/', 'search/en/index.json', 'search/en/terms-.json', 'search/en/text-.json']),
    );
  });

  test('that is not there is said', async () => {
    const page = await blog.visit('search/?q=threads', {
      before: (window) => window.route('**/index.json*', (route) => route.abort()),
    });
    await expect.poll(() => status(page).textContent()).toBe('The search could not be loaded.');
    expect(await page.getByRole('search').getByRole('link', { name: 'Tags' }).isVisible()).toBe(
      true,
    );
  });
});

test.each(['light', 'dark'] as const)(
  'hits and the chosen option stand out in forced colors, %s',
  async (colorScheme) => {
    const page = await blog.visit('search/?q=vector', { forcedColors: 'active', colorScheme });
    const option = page.getByRole('option').first();
    expect(await paintedContrast(option.locator('mark').first())).toBeGreaterThanOrEqual(4.5);
    const outline = () => option.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(await outline()).toBe('none');
    await page.getByRole('combobox').press('ArrowDown');
    expect(await outline()).toBe('solid');
  },
);
