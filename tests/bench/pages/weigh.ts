import type { Browser } from 'playwright-core';
import { bytesTransferred, scriptBytes } from '../../transferred.ts';

/** The weight of a page. */
export interface Weight {
  /** Bytes over the line, headers and icon included. */
  transferred: number;
  /** Without the icon. */
  requests: number;
  /** Bytes. */
  script: number;
}

/** Loads a page in a new browser context and returns its weight. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url, { waitUntil: 'networkidle' });
  const counted = requests.filter((address) => !/\/favicon\.\w+$/.test(address)).length;
  const weight = {
    requests: counted,
    script: await scriptBytes(page),
    transferred: await bytesTransferred(page),
  };
  await context.close();
  return weight;
}
