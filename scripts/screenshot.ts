// Makes docs/index.png and docs/article.png, the pictures of README.md, from the last build:
// npm run build && npm run screenshot
// FONTCONFIG_FILE can name a configuration with other fonts than the test browser's.
import { preview } from 'astro';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { loadBlog } from '../packages/octavo/src/cli/load-blog.ts';
import { launchBrowser } from './browser.ts';

const SIZE = { width: 680, height: 860 };
/** Paths of pages by the pictures of them. */
const PICTURES = { index: '', article: 'posts/building-a-lot-of-docker-images/' };

const server = await preview({ logLevel: 'silent' });
const browser = await launchBrowser();
const { base } = (await loadBlog()).settings;
const address = `http://localhost:${server.port}${base}`;
for (const [name, path] of Object.entries(PICTURES))
  await sideBySide(
    await takePicture(browser, address + path, 'light'),
    await takePicture(browser, address + path, 'dark'),
  ).toFile(`docs/${name}.png`);
await browser.close();
await server.stop();

async function takePicture(from: Browser, url: string, colorScheme: 'light' | 'dark') {
  const page = await from.newPage({ viewport: SIZE, colorScheme });
  await page.goto(url);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

function sideBySide(left: Buffer, right: Buffer) {
  return sharp({ create: { ...SIZE, width: 2 * SIZE.width, channels: 3, background: '#fff' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: SIZE.width, top: 0 },
    ])
    .png({ palette: true, colours: 64, effort: 10 });
}
