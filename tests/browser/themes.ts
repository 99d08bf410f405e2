import type { Page } from 'playwright-core';

/** The papers of the two themes, as the browser computes them. */
export const LIGHT = 'rgb(253, 253, 252)';
export const DARK = 'rgb(22, 24, 27)';

/** Returns the colour of the page's ground. */
export function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** Leaves a theme in the store before a page is loaded, unless something is there. */
export function store(theme: string) {
  return (page: Page) =>
    page.addInitScript((value) => {
      if (localStorage['theme'] === undefined) localStorage['theme'] = value;
    }, theme);
}
