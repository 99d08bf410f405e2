import type { Browser, Page } from 'playwright-core';

/** What a search page shows, and what it took. */
interface Shown {
  results: string[];
  bytes: number;
  milliseconds: number;
}

/** Milliseconds without a change of the page and without a request, after which it is complete. */
const QUIET = 250;

/** Opens the search page with a query in a new window, or without one. */
export async function searchByUrl(
  browser: Browser,
  searchPage: string,
  query?: string,
): Promise<Shown & { page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(recordChanges);
  await page.goto(
    query === undefined ? searchPage : `${searchPage}?q=${encodeURIComponent(query)}`,
  );
  const milliseconds = await lastChange(page);
  return { page, milliseconds, results: await resultPaths(page), bytes: await bytesOf(page) };
}

/** Takes the last character of the query away and types it again; returns the milliseconds to the last change. */
export async function typeAgain(page: Page, query: string): Promise<number> {
  await setQuery(page, query.slice(0, -1));
  await lastChange(page);
  const start = await setQuery(page, query);
  // A page may wait whether the reader types on.
  await page.waitForTimeout(2 * QUIET);
  return Math.max(0, (await lastChange(page)) - start);
}

function setQuery(page: Page, query: string): Promise<number> {
  return page.locator('search input:not([type=checkbox])').evaluate((field, value) => {
    (field as HTMLInputElement).value = value;
    const start = performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return start;
  }, query);
}

/** Returns the paths that the links of the results lead to, each once: links to posts and pages that are visible. */
function resultPaths(page: Page): Promise<string[]> {
  return page.locator('search a[href]:visible').evaluateAll((links: HTMLAnchorElement[]) => [
    ...new Set(
      links
        .filter(({ origin }) => origin === location.origin)
        .map(({ pathname }) => decodeURI(pathname))
        .filter((path) => !/\/(?:search|archive|tags)\/$/.test(path)),
    ),
  ]);
}

function bytesOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    return entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
  });
}

/** What `recordChanges` notes in a page, in milliseconds of its clock. */
interface Changes {
  /** When the visible search changed last. */
  changed: number;
  /** Requests that are not answered. */
  pending: number;
}

/** Waits until a page is complete; returns when it changed last, in milliseconds of its own clock. */
async function lastChange(page: Page): Promise<number> {
  const change = await page.waitForFunction((quiet) => {
    const { changed, pending } = window as unknown as Changes;
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const last = Math.max(changed, ...resources.map(({ responseEnd }) => responseEnd));
    const isComplete = document.readyState === 'complete' && pending === 0;
    return isComplete && performance.now() - last > quiet && changed;
  }, QUIET);
  return (await change.jsonValue()) as number;
}

function recordChanges(): void {
  const changes: Changes = { changed: 0.1, pending: 0 };
  Object.assign(window, changes);
  const page = window as unknown as Changes & { fetch: typeof fetch };
  const { fetch } = window;
  page.fetch = async (...request) => {
    page.pending += 1;
    return fetch(...request).finally(() => (page.pending -= 1));
  };
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      // Announcements to screen readers may come later.
      const isShown = ({ target }: MutationRecord) =>
        !(target as Element).closest?.('[role=status].sr-only');
      if (records.some(isShown)) page.changed = performance.now();
    }).observe(document.querySelector('main')!, {
      childList: true,
      subtree: true,
      attributeFilter: ['hidden'],
    });
  });
}
