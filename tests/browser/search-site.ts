import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { post, words } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';
import type { SiteInBrowser } from './site-in-browser.ts';

const filler = (seed: number) => words(120, seed * 500);

const POSTS: Record<string, string> = {
  'go-limits.md': post(
    {
      title: 'Limits of a Go program',
      date: '2024-01-06',
      tags: ['Go', 'Kubernetes'],
      series: 'Go at work',
    },
    `An opening.\n\n## Threads\n\nThe variable \`GOMAXPROCS\` says how many threads run.\n\n## Memory\n\n${filler(1)}`,
  ),
  'mesh.md': post(
    { title: 'A mesh', date: '2023-05-01', tags: ['Kubernetes'] },
    `Rules of \`kube-proxy\` are on each node, and \`x-forwarded-for\` has the client.\n\n${filler(2)}`,
  ),
  'cpp.md': post(
    { title: 'Containers of a language', date: '2023-06-01', tags: ['C++'], series: 'Languages' },
    `In C++ a \`std::vector\` grows. ${filler(3)}`,
  ),
  'sharp.md': post(
    { title: 'Another language', date: '2022-06-01', series: 'Languages' },
    `In C# there are spans. ${filler(4)}`,
  ),
  'server.md': post(
    {
      title: 'A server',
      date: '2022-07-01',
      tags: ['Go'],
      series: 'Go at work',
      authors: ['guest'],
    },
    `The package \`net/http\` serves. \`MAX_HEADER_BYTES\` bounds it, and $PATH leads there. ${filler(5)}`,
  ),
  'sizes.md': post(
    { title: 'Sizes', date: '2021-01-01', description: 'A ligature of description.' },
    `Die Größe eines Cafés in São Paulo. ${filler(6)}`,
  ),
  'chinese.md': post(
    { title: '代理的层次', date: '2021-02-01', tags: ['网络'] },
    `代理服务器位于客户端和服务器之间，转发请求。\n\n${filler(7)}`,
  ),
  'japanese.md': post(
    { title: '検索の仕組み', date: '2021-03-01', lang: 'ja' },
    `全文検索エンジンは文章を単語に分割します。\n\n## 索引の作り方\n\n転置索引はとても速いです。`,
  ),
  'korean.md': post(
    { title: '프록시의 계층', date: '2021-04-01' },
    `프록시 서버는 클라이언트의 요청을 전달합니다.\n\n${filler(8)}`,
  ),
  'picture.md': post(
    { title: 'The whiteboard', date: '2020-12-01' },
    '![Seven boxes and a perpetuum mobile](./box.svg)',
  ),
  'tasks.md': post(
    { title: 'Tasks', date: '2020-01-01' },
    `- [ ] sharpen the quill\n\nThe formula $$a^{zeta}$$ stands here.\n\n\`\`\`ts title="quarto.ts"\nconst folio = 1;\n\`\`\`\n\nA note[^1] & an <b>element</b> \`<script>alert(1)</script>\` markup.\n\n[^1]: Said in a colophon.\n`,
  ),
  'draft.md': post({ title: 'Draft unicorn', date: '2020-02-01', draft: true }, 'A unicorn.'),
  'hidden.md': post({ title: 'Hidden unicorn', date: '2020-03-01', unlisted: true }, 'A unicorn.'),
  ...Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [
      `many-${index}.md`,
      post(
        { title: `Of many ${index}`, date: `2019-01-${10 + index}` },
        `A plenitude. ${filler(20 + index)}`,
      ),
    ]),
  ),
};

/** A blog to be searched, under a base path. */
export const blogToSearch = sharedSite('search', () => ({
  settings: {
    url: 'https://example.com/blog/',
    nav: [{ label: 'Archive', link: '/archive/' }],
  },
  files: {
    ...Object.fromEntries(Object.entries(POSTS).map(([name, text]) => [`posts/${name}`, text])),
    'posts/box.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>',
    'pages/about.md': '---\ntitle: About\n---\n\nAbout the imprimatur.\n',
    'authors/guest.md': '---\nname: A Guest\n---\n\nWrites once.\n',
  },
}));

export const field = (page: Page) => page.getByRole('searchbox');
/** The list items of the results. */
export const results = (page: Page) => page.getByRole('list', { name: 'Results' }).locator('> li');
/** The links of the results, that of the title first in each. */
export const links = (page: Page) => page.locator('search ol a');
/** What the page says about the results: at once, and to screen readers after a pause. */
export const count = (page: Page) => page.locator('search .count');
export const status = (page: Page) => page.getByRole('status');

/** Returns the paths that the links of the results lead to. */
export function paths(page: Page): Promise<string[]> {
  return links(page).evaluateAll((all: HTMLAnchorElement[]) =>
    all.map(({ pathname, hash }) => decodeURI(pathname + hash)),
  );
}

/** Searches by the URL, and waits for the results with their passages. */
export async function searchIn(blog: SiteInBrowser, query: string): Promise<Page> {
  const page = await blog.visit(`search/?q=${encodeURIComponent(query)}`);
  await expect.poll(() => count(page).textContent()).not.toBe('');
  await page.waitForLoadState('networkidle');
  return page;
}

/** Returns the path of the first result of each query, searched one after the other. */
export async function firstResults(
  blog: SiteInBrowser,
  queries: readonly string[],
): Promise<Record<string, string | undefined>> {
  const page = await blog.visit('search/');
  const found: Record<string, string | undefined> = {};
  for (const query of queries) {
    await page.goto(blog.url(`search/?q=${encodeURIComponent(query)}`));
    await expect.poll(() => count(page).textContent()).not.toBe('');
    found[query] = (await paths(page))[0]?.replace(/#.*/, '');
  }
  return found;
}
