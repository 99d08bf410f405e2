// npm run bench:pages: what each kind of page weighs, and what Lighthouse says of it, beside the
// same text as bare HTML; docs/src/content/pages/explanation/speed.md says how it is measured.
//
//   npm run bench:pages -- --runs 1 --only index,article
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { Progress } from '../../packages/octavo/src/terminal/progress.ts';
import { reportFailure } from '../../packages/octavo/src/terminal/report-failure.ts';
import { serve } from '../serve.ts';
import { TestSite } from '../site.ts';
import { machine } from './machine.ts';
import { readCount, readNames } from './options.ts';
import { bareHtml } from './pages/bare.ts';
import { blogOfAllKinds, KINDS } from './pages/kinds.ts';
import { lighthouseFigures, lighthouseRun } from './pages/lighthouse.ts';
import { pagesTable, brokenLimits, shortPagesTable, type Measured } from './pages/report.ts';
import { weigh } from './pages/weigh.ts';
import { markdownTable, textTable } from './table.ts';
import { writeSection } from './write-section.ts';

/** The same text without anything, below this path. */
const BARE = 'bare/';

const progress = new Progress();
try {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: KINDS.map(({ name }) => name).join() },
      write: { type: 'boolean', default: false },
    },
  });
  const all = await measureAll(chosenKinds(values.only), readCount('--runs', values.runs));
  console.log(textTable(pagesTable(all)));
  const broken = brokenLimits(all);
  console.log(broken.length === 0 ? '\nAll limits are held.' : `\n${broken.join('\n')}`);
  if (values.write) await write(all);
} catch (error) {
  progress.clear();
  reportFailure(error);
}

function chosenKinds(names: string) {
  const chosen = readNames(
    '--only',
    names,
    KINDS.map(({ name }) => name),
  );
  return KINDS.filter(({ name }) => chosen.includes(name));
}

async function measureAll(kinds: readonly (typeof KINDS)[number][], runs: number) {
  const port = await freePort();
  const site = new TestSite('bench-pages', blogOfAllKinds('https://example.com/'));
  const [server, browser] = [await serve(await site.mustBuild()), await launchBrowser({ port })];
  try {
    const all: Measured[] = [];
    // A browser that has just started is slow.
    await lighthouseRun(server.url, port);
    for (const { name, path } of kinds) {
      progress.show(`${name} …`);
      await writeBare(browser, server.url, path, site);
      const urls = [server.url + path, server.url + BARE + path] as const;
      const [page, bare] = await lighthouseFigures(urls, port, runs);
      all.push({
        ...{ kind: name, path },
        page: { ...page, ...(await weigh(browser, urls[0])) },
        bare: { ...bare, ...(await weigh(browser, urls[1])) },
      });
    }
    progress.clear();
    return all;
  } finally {
    await browser.close();
    await server.close();
    rmSync(site.folder, { recursive: true });
  }
}

/** Puts the bare HTML of a page beside the site. */
async function writeBare(browser: Browser, url: string, path: string, site: TestSite) {
  const page = await browser.newPage();
  await page.goto(url + path);
  const file = join(site.folder, 'dist', BARE, path, 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await bareHtml(page));
  await page.close();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function write(all: readonly Measured[]): Promise<void> {
  const where = `Measured on ${machine()}.`;
  const broken = brokenLimits(all).map((line) => `- ${line}`);
  const limits = broken.length === 0 ? 'All limits are held.' : broken.join('\n');
  const full = [markdownTable(pagesTable(all)), limits, where].join('\n\n');
  await writeSection('docs/src/content/pages/explanation/speed.md', 'pages', full);
  await writeSection('README.md', 'pages', markdownTable(shortPagesTable(all)));
}
