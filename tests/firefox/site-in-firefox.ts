import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { serve, type Server } from '../serve.ts';
import type { BuiltSite } from '../site.ts';

/** Playwright would need a Firefox of its own. */
const PROGRAMS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** Serves a site for the tests of a file, and opens its pages in the installed Firefox, on a dark system. */
export function siteInFirefox(make: () => Promise<BuiltSite>) {
  let browser: Browser;
  let server: Server;
  const url = (path: string) => new URL(path, server.url).href;

  beforeAll(async () => {
    server = await serve(await make());
    browser = await launch({
      browser: 'firefox',
      executablePath: installedFirefox(),
      // Pages get theirs by `resize`.
      defaultViewport: null,
      extraPrefsFirefox: { 'ui.systemUsesDarkTheme': 1 },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  return {
    url,
    /** Opens a page in a window that shares nothing with the others. */
    async visit(path: string, { width = 1280, height = 800 } = {}): Promise<Page> {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await resize(page, width, height);
      await page.goto(url(path));
      return page;
    },
  };
}

/** True for a Firefox that shows contents beside the text: since 143, it knows `::details-content`. */
export function showsContentsBeside(): boolean {
  const version = execFileSync(installedFirefox(), ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(version)?.[0]) >= 143;
}

/** Sets the size of the window of a page. */
export async function resize(page: Page, width: number, height = 800): Promise<void> {
  await page.setViewport({ width, height }).catch((error: Error) => {
    // An older Firefox cannot set the orientation of the screen.
    if (!error.message.includes('setScreenOrientationOverride')) throw error;
  });
}

function installedFirefox(): string {
  const program = PROGRAMS.find((path) => existsSync(path));
  if (!program) throw new Error('no Firefox found; install it, like apt-get install firefox-esr');
  return program;
}
