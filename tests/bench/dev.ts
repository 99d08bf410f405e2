// Prints how long `octavo dev` takes until it answers the first page, and until a browser shows a saved
// change, beside the goals:
//
//   npm run bench:dev [-- 100 1000] [--write]
import { EventEmitter, on } from 'node:events';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { DevServer } from '../dev-server.ts';
import { Packed } from '../packed.ts';
import type { TestSite } from '../site.ts';
import { machine } from './machine.ts';
import { median } from './median.ts';
import { generatedPosts } from './posts.ts';
import { markdownTable, textTable } from './table.ts';
import { writeSection } from './write-section.ts';

const STARTS = 3;
const CHANGES = 6;
/** In milliseconds. */
const GOALS = {
  start: new Map([
    [100, 2000],
    [1000, 4000],
  ]),
  change: new Map([[1000, 300]]),
};

/** A page that shows a post: its path, and the post. */
const SHOWN = [
  { page: 'the page of the post', path: 'posts/post-1/', post: () => 1 },
  { page: 'the index, by its summary', path: '', post: (count: number) => count },
];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000];
const rows: string[][] = [];
const packed = new Packed();
for (const count of sizes) {
  const site = packed.linkedBlog('bench-dev', { files: generatedPosts(count) });
  const starts: Wait[] = [];
  addRow(count, 'first page, without caches', [await start(site)]);
  await site.mustBuild();
  for (let round = 0; round < STARTS; round++) starts.push(await start(site));
  addRow(count, 'first page, after a build', starts, GOALS.start.get(count));
  await measureChanges(site, count);
}
rmSync(packed.folder, { recursive: true });
const table = { columns: ['', 'milliseconds', 'processor', 'goal', ''], rows };
console.log(textTable(table));
if (values.write)
  await writeSection(
    'docs/src/content/pages/explanation/speed.md',
    'dev',
    `Measured on ${machine()}.\n\n${markdownTable(table)}`,
  );

/** The milliseconds of a wait, and those of processor time of the server. */
interface Wait {
  time: number;
  processor: number;
}

/** Waits until a new server has answered the index. */
async function start(site: TestSite): Promise<Wait> {
  const from = performance.now();
  const server = await DevServer.start(site, 'dev', process.env);
  try {
    await (await fetch(server.url(''))).text();
    return { time: performance.now() - from, processor: server.processorTime() };
  } finally {
    await server.stop();
  }
}

/** Measures the time until pages that are open in a browser show saved changes. */
async function measureChanges(site: TestSite, count: number): Promise<void> {
  const server = await DevServer.start(site, 'dev', process.env);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const loaded = await textsOf(page);
    for (const { page: name, path, post } of SHOWN) {
      await page.goto(server.url(path), { timeout: 120_000 });
      await wait(2000);
      const times: Wait[] = [];
      for (let change = 0; change < CHANGES; change++) {
        times.push(await shownAfter({ server, site, loaded, post: post(count), change }));
        await wait(2000);
      }
      addRow(count, `a change of a post, on ${name}`, times, GOALS.change.get(count));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Change {
  server: DevServer;
  site: TestSite;
  loaded: EventEmitter<{ text: [string] }>;
  post: number;
  change: number;
}

/** Returns the texts of pages as they are loaded; a locator would look for them only twice a second. */
async function textsOf(page: Page): Promise<Change['loaded']> {
  const loaded: Change['loaded'] = new EventEmitter();
  await page.exposeFunction('reportText', (text: string) => loaded.emit('text', text));
  await page.addInitScript(() => {
    const { reportText } = window as unknown as { reportText: (text: string) => void };
    addEventListener('DOMContentLoaded', () => reportText(document.body.innerText));
  });
  return loaded;
}

async function shownAfter(by: Change): Promise<Wait> {
  const { server, site, loaded, post, change } = by;
  const before = server.processorTime();
  const text = `Changed${post}times${change}`;
  const from = performance.now();
  site.edit(`content/posts/post-${post}.md`, /\n---\n\n(?:Changed\S+ )?/, `\n---\n\n${text} `);
  for await (const [shown] of on(loaded, 'text', { signal: AbortSignal.timeout(60_000) }))
    if ((shown as string).includes(text)) break;
  return { time: performance.now() - from, processor: server.processorTime() - before };
}

function addRow(count: number, name: string, waits: readonly Wait[], goal?: number): void {
  const times = waits.map(({ time }) => time);
  const milliseconds = median(times);
  const processor = Math.round(median(waits.map((wait) => wait.processor)));
  const verdict = goal === undefined ? '' : milliseconds <= goal ? 'held' : 'not held';
  const range = [Math.min(...times), milliseconds, Math.max(...times)].map(Math.round).join(' · ');
  rows.push([
    `${count} posts: ${name}`,
    range,
    `${processor}`,
    goal === undefined ? '' : `${goal}`,
    verdict,
  ]);
}
