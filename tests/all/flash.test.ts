import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { blogOfAllKinds, KINDS } from '../sites/all-kinds.ts';
import { siteInBrowser } from '../browser/site-in-browser.ts';
import { background, DARK, LIGHT, store } from '../browser/themes.ts';

const blog = siteInBrowser(blogOfAllKinds);

interface Frames {
  frames: string[];
}

/** Notes the ground of every frame of a page, before the frame is painted, from the first on. */
const watchFrames = (page: Page) =>
  page.addInitScript(() => {
    const recorder = window as unknown as Frames;
    recorder.frames = [];
    const note = () => {
      recorder.frames.push(getComputedStyle(document.documentElement).backgroundColor);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });

/** Returns the grounds that were shown until the page was complete and painted, each once. */
async function groundsShown(page: Page): Promise<string[]> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  return page.evaluate(() => [...new Set((window as unknown as Frames).frames)]);
}

const CASES = [
  ['dark', 'light', DARK],
  ['light', 'dark', LIGHT],
] as const;

describe.each(CASES)('a reader who chose %s on a %s system', (theme, colorScheme, color) => {
  test.each(Object.entries(KINDS))('never sees another ground on %s', async (_, path) => {
    const before = async (page: Page) => {
      await store(theme)(page);
      await watchFrames(page);
    };
    const page = await blog.visit(path, { colorScheme, before });
    expect(await groundsShown(page)).toEqual([color]);
  });
});

test('the watch sees the ground change where a theme is set late', async () => {
  const before = async (page: Page) => {
    await watchFrames(page);
    await page.addInitScript(() => {
      const late = () => (document.documentElement.dataset['theme'] = 'dark');
      addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(late)));
    });
  };
  const page = await blog.visit('', { colorScheme: 'light', before });
  await expect.poll(() => groundsShown(page)).toEqual([LIGHT, DARK]);
});

test('every picture on the screen is dark from one dark page to the next', async () => {
  const page = await blog.visit('', { colorScheme: 'light', before: store('dark') });
  expect(await background(page)).toBe(DARK);
  const screen = await page.context().newCDPSession(page);
  const pictures: Promise<number>[] = [];
  const sent: Promise<unknown>[] = [];
  const receive = ({ data, sessionId }: { data: string; sessionId: number }) => {
    pictures.push(lightness(Buffer.from(data, 'base64')));
    // It only asks for the next frame, which a closing page has no more.
    sent.push(screen.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined));
  };
  screen.on('Page.screencastFrame', receive);
  await screen.send('Page.startScreencast', { format: 'png' });
  for (const name of ['Archive', 'Tags', 'About']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }
  await expect.poll(() => pictures.length).toBeGreaterThan(3);
  await screen.send('Page.stopScreencast');
  screen.off('Page.screencastFrame', receive);
  await Promise.all(sent);
  await screen.detach();
  expect(Math.max(...(await Promise.all(pictures)))).toBeLessThan(60);
});

/** The mean lightness of a picture, from 0 for black to 255 for white. */
async function lightness(png: Buffer): Promise<number> {
  const { channels } = await sharp(png).greyscale().stats();
  return channels[0]?.mean ?? NaN;
}
