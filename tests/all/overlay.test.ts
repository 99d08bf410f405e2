import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { connectBrowser } from '../browser/connect.ts';
import { DevServer } from '../dev-server.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';

const GOOD = post({ title: 'Good' }, 'A text that is right.');

const site = new TestSite('browser-overlay', {
  files: { 'posts/good.md': GOOD, 'posts/draft.md': post({ title: 'Unfinished', draft: true }) },
});
let server: DevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([DevServer.start(site), connectBrowser()]);
  page = await browser.newPage();
  return async () => {
    await browser.close();
    await server.stop();
  };
});

const overlay = () => page.locator('vite-error-overlay');

describe('a post that is written while its page is open', () => {
  test('is shown as it is saved', async () => {
    await page.goto(server.url('posts/good/'));
    let saved = 0;
    // Vite's message is lost where it reaches a page that loads again for new dependencies.
    await vi.waitFor(
      async () => {
        const text = `A text that is better.\n\nSaved ${++saved} times.`;
        site.write('content/posts/good.md', GOOD.replace('A text that is right.', text));
        await page.getByText('A text that is better.').waitFor({ timeout: 8000 });
      },
      { timeout: 50_000 },
    );
  });

  test('shows what is wrong with it over the page, with file and line, and in the terminal', async () => {
    const line =
      'src/content/posts/good.md:3:1  date: 2024-02-30 does not exist; February 2024 has 29 days';
    site.edit('content/posts/good.md', '2024-01-01', '2024-02-30');
    await overlay().waitFor();
    expect(await overlay().locator('#message-content').innerText()).toBe(line);
    expect(await overlay().locator('#code h2').first().innerText()).toBe('posts/good.md:3:1');
    expect(await overlay().locator('.error-line').innerText()).toContain('2024-02-30');
    expect(server.output).toContain(line);
  });

  test('shows it on a page that is opened later, too', async () => {
    // Another page, since the first may be loading itself anew.
    page = await browser.newPage();
    await page.goto(server.url('posts/draft/'));
    await overlay().waitFor();
  });

  test('goes away when the error is fixed, though nothing else is new', async () => {
    site.edit('content/posts/good.md', '2024-02-30', '2024-01-01');
    await overlay().waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Unfinished' }).waitFor();
  });

  test('shows markup in an error as it was written', async () => {
    site.write('content/posts/good.md', `${GOOD}\n[x](./<b>.md)\n`);
    await overlay().waitFor();
    expect(await overlay().locator('#message-content').innerText()).toContain('<b>');
    site.write('content/posts/good.md', GOOD);
    await overlay().waitFor({ state: 'detached' });
  });
});

describe('a page with a frame that its policy would block', () => {
  test('shows the error over the page and in the terminal, until it is declared', async () => {
    const line =
      'src/slots/footer.astro:1:24  <iframe>: the security policy blocks https://a.example/; add <Policy frame="https://a.example" /> beside it, or the setting policy';
    site.write('slots/footer.astro', '<iframe title="a" src="https://a.example/"></iframe>\n');
    page = await browser.newPage();
    await vi.waitFor(
      async () => {
        await page.goto(server.url('posts/good/'));
        await overlay().waitFor({ timeout: 8000 });
      },
      { timeout: 50_000 },
    );
    expect(await overlay().locator('#message-content').innerText()).toBe(line);
    expect(server.output).toContain(line);
    site.write(
      'slots/footer.astro',
      '---\nimport Policy from \'octavo/components/site/Policy.astro\';\n---\n<Policy frame="https://a.example" />\n',
    );
    await overlay().waitFor({ state: 'detached' });
  });
});

describe('a draft', () => {
  test('is on the index with a mark, and on its page', async () => {
    const other = await browser.newPage();
    await other.goto(server.url(''));
    const entry = other.locator('article', { hasText: 'Unfinished' });
    expect(await entry.locator('strong').innerText()).toContain('Draft');
    await entry.getByRole('link').click();
    expect(await other.locator('article header strong').innerText()).toContain('Draft');
  });
});

test('replies to a post are on its page once their file is saved', async () => {
  const found = async () => (await fetch(server.url('posts/good/'))).text();
  expect(await found()).not.toContain('A reply in dev');
  const reply = { id: '1', author: { name: 'Ada' }, date: '2024-01-02', html: 'A reply in dev' };
  site.write('content/replies/good.json', JSON.stringify([reply]));
  await vi.waitFor(async () => expect(await found()).toContain('A reply in dev'), 10_000);
});
