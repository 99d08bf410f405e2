// npm run bench:search: how long a reader waits for a result, and what is transferred for it.
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { serve } from '../serve.ts';
import { exampleSite, TestSite } from '../site.ts';
import { generatedPosts } from './posts.ts';

const RUNS = 5;
/** A fast typist; milliseconds between two keys. */
const BETWEEN_KEYS = 90;
/** No more is to be transferred for a first search. */
const LIMIT = 150 * 1024;

interface Measure {
  /** Milliseconds from the last key to the first result on the screen. */
  wait: number;
  /** Bytes over the line for the page, the program, the index and the results; with headers. */
  bytes: number;
}

const browser = await launchBrowser();
try {
  const generated = new TestSite('bench-search', { files: generatedPosts(1000) });
  const example = await exampleSite('bench-starter');
  await report('the starter site', await example.mustBuild(), [
    'pro',
    'kubernetes',
    'open a connection',
  ]);
  await report('1,000 posts', await generated.mustBuild(), ['qem', 'norin', 'saqo gagazon']);
  // A word that every post has seventy times, as a language has a few: the most there is to fetch.
  await report('1,000 posts', generated, ['nen'], Infinity);
} finally {
  await browser.close();
}

async function report(
  name: string,
  site: TestSite,
  queries: string[],
  limit = LIMIT,
): Promise<void> {
  const server = await serve(site);
  for (const [index, query] of queries.entries()) {
    const another = queries[(index + 1) % queries.length]!;
    const runs: { first: Measure; next: Measure }[] = [];
    for (let run = 0; run < RUNS; run++)
      runs.push(await measure(browser, server.url, [query, another]));
    const [first, next] = [runs.map((run) => run.first), runs.map((run) => run.next)];
    const bytes = median(first.map((one) => one.bytes));
    console.log(
      `${name}, “${query}”: first result ${median(first.map(({ wait }) => wait)).toFixed(0)} ms after the last key, ` +
        `${(bytes / 1024).toFixed(1)} KB in all${bytes > limit ? ' (too many)' : ''}; ` +
        `then “${another}” ${median(next.map(({ wait }) => wait)).toFixed(0)} ms, ` +
        `${(median(next.map((one) => one.bytes)) / 1024).toFixed(1)} KB more`,
    );
    if (bytes > limit) process.exitCode = 1;
  }
  await server.close();
}

/** Measures a first search in a new window, typed as soon as the page is there, and a second one. */
async function measure(browser: Browser, url: string, [query, another]: [string, string]) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchKeysAndResults);
  await page.goto(`${url}search/`);
  const first = await typed(page, query);
  const before = first.bytes;
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  const next = await typed(page, another);
  await context.close();
  return { first, next: { ...next, bytes: next.bytes - before } };
}

interface Watch {
  lastKey: number;
  result: number;
}

async function typed(page: Page, query: string): Promise<Measure> {
  await page.evaluate(() => Object.assign(window, { watch: { lastKey: 0, result: 0 } }));
  await page.keyboard.type(query, { delay: BETWEEN_KEYS });
  // What is shown for an earlier letter is not the answer: it has to stand when all is quiet.
  await page.waitForFunction(() => {
    const { lastKey, result } = (window as unknown as { watch: Watch }).watch;
    return result > lastKey && performance.now() - result > 300;
  });
  return page.evaluate(() => {
    const { lastKey, result } = (window as unknown as { watch: Watch }).watch;
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    const bytes = entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
    return { wait: result - lastKey, bytes };
  });
}

/** Notes when a key was pressed, and when the results after it were painted. */
function watchKeysAndResults(): void {
  const watch = () => (window as unknown as { watch?: Watch }).watch;
  addEventListener('keydown', () => Object.assign(watch() ?? {}, { lastKey: performance.now() }), {
    capture: true,
  });
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      if (!document.querySelector('[role=option]')) return;
      requestAnimationFrame(() => Object.assign(watch() ?? {}, { result: performance.now() }));
    }).observe(document.querySelector('[role=listbox]')!, { childList: true });
  });
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
