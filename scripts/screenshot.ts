// Makes docs/light.png and docs/dark.png, the index and an article for README.md, from the last build:
// npm run build && npm run screenshot
// FONTCONFIG_FILE can name a configuration with other fonts than the test browser's.
import { preview } from 'astro';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { loadBlog } from '../packages/octavo/src/cli/load-blog.ts';
import { launchBrowser } from './browser.ts';

const SIZE = { width: 680, height: 860 };
/** The pages, from left to right. */
const PATHS = ['', 'posts/building-a-lot-of-docker-images/'];

const server = await preview({ logLevel: 'silent' });
const browser = await launchBrowser();
const { base } = (await loadBlog()).settings;
const address = `http://localhost:${server.port}${base}`;
for (const theme of ['light', 'dark'] as const) {
  const pictures = [];
  for (const path of PATHS) pictures.push(await takePicture(browser, address + path, theme));
  await sideBySide(pictures).toFile(`docs/${theme}.png`);
}
await browser.close();
await server.stop();

async function takePicture(from: Browser, url: string, colorScheme: 'light' | 'dark') {
  const page = await from.newPage({ viewport: SIZE, colorScheme });
  await page.goto(url);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

function sideBySide(pictures: Buffer[]) {
  const width = pictures.length * SIZE.width;
  return sharp({ create: { ...SIZE, width, channels: 3, background: '#fff' } })
    .composite(pictures.map((input, index) => ({ input, left: index * SIZE.width, top: 0 })))
    .png({ palette: true, colours: 64, effort: 10 });
}
