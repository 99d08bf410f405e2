import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { serve, type Server } from '../serve.ts';
import { TestSite, type BuiltSite, type Fixture } from '../site.ts';
import { connectBrowser } from './connect.ts';

/** How a page is opened: what Playwright lets a browser be, the width and height apart. */
export interface Visit extends Omit<BrowserContextOptions, 'viewport'> {
  /** In CSS pixels; 1280 where nothing is said. */
  width?: number;
  height?: number;
  /** Done with the page before it goes anywhere. */
  before?: (page: Page) => Promise<unknown>;
}

/** A built site, served, and a browser to look at it with. */
export class SiteInBrowser {
  site!: BuiltSite;
  browser!: Browser;
  #server!: Server;
  readonly #contexts: BrowserContext[] = [];
  readonly #kept = new Map<string, Page>();
  readonly #messages = new WeakMap<Page, string[]>();

  /** Serves a site once it is built, and connects to the browser. */
  async open(site: Promise<BuiltSite>): Promise<void> {
    this.site = await site;
    [this.#server, this.browser] = await Promise.all([serve(this.site), connectBrowser()]);
  }

  /** Opens a page of the site in a window that shares nothing with the others. */
  async visit(path: string, visit: Visit = {}): Promise<Page> {
    const { width = 1280, height = 800, before, ...options } = visit;
    const page = await this.#newWindow({ viewport: { width, height }, ...options });
    this.#contexts.push(page.context());
    await before?.(page);
    await page.goto(this.url(path));
    return page;
  }

  /**
   * Opens a page in a window that the tests of a file share, which is faster: for tests that store
   * nothing in the browser.
   */
  async revisit(path: string, { width = 1280, height = 800, ...visit }: Visit = {}): Promise<Page> {
    const key = JSON.stringify(visit);
    const page = this.#kept.get(key) ?? (await this.#newWindow(visit));
    this.#kept.set(key, page);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: visit.colorScheme ?? 'light' });
    this.#messages.get(page)!.length = 0;
    await page.goto(this.url(path));
    return page;
  }

  async #newWindow(options: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    this.#listen(page);
    return page;
  }

  /** Returns the address of a path below the base path: `posts/a-post/`. */
  url(path: string): string {
    return new URL(path, this.#server.url).href;
  }

  /** Returns all that went wrong on a page so far: console, errors, policy, requests. */
  messages(page: Page): readonly string[] {
    return this.#messages.get(page)!;
  }

  /** Returns the paths of what the browser fetched before anybody asked for it. */
  prefetched(): string[] {
    return this.#server.requests.filter(({ purpose }) => purpose !== '').map(({ path }) => path);
  }

  /** Closes every window but those for `revisit`. */
  async leave(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.leave();
    await this.browser.close();
    await this.#server.close();
  }

  #listen(page: Page): void {
    const messages: string[] = [];
    this.#messages.set(page, messages);
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => messages.push(`failed: ${request.url()}`));
    page.on('response', (response) => {
      if (response.status() >= 400) messages.push(`${response.status()}: ${response.url()}`);
    });
  }
}

/** Serves a site for the tests of a file, closes its windows after each, and all at the end. */
export function siteInBrowser(make: () => Promise<BuiltSite>): SiteInBrowser {
  const blog = new SiteInBrowser();
  beforeAll(async () => {
    await blog.open(make());
    return () => blog.close();
  });
  afterEach(() => blog.leave());
  return blog;
}

/** As `siteInBrowser`, of a fixture; the name is of its folder, and must be no other test's. */
export function fixtureInBrowser(name: string, fixture: Fixture | Promise<Fixture>): SiteInBrowser {
  return siteInBrowser(async () => new TestSite(`browser-${name}`, await fixture).mustBuild());
}
