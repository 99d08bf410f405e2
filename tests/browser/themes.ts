import type { Page } from 'playwright-core';

/** The papers of the two themes, as the browser computes them. */
export const LIGHT = 'rgb(253, 253, 252)';
export const DARK = 'rgb(22, 24, 27)';

/** Returns the color of the page's ground. */
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

/** Returns the button that goes from one theme to the next, and has the name of the current one. */
const button = (page: Page) => page.locator('.theme');

/** Returns the theme that the button names; empty where there is no button. */
export async function chosenTheme(page: Page): Promise<string> {
  const name = (await button(page).isVisible()) ? await button(page).getAttribute('title') : '';
  return name?.replace('Theme: ', '') ?? '';
}

/** Presses the button until it names a theme. */
export async function chooseTheme(page: Page, name: 'Automatic' | 'Light' | 'Dark') {
  for (let presses = 0; (await chosenTheme(page)) !== name && presses < 3; presses++)
    await button(page).click();
}
