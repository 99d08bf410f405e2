import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** Returns the browser of this run; its windows close with the connection. */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}
