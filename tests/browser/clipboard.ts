import type { Page } from 'playwright-core';

/** Lets a page copy to a clipboard of its own: that of the browser is shared by all tests. */
export const OWN_CLIPBOARD = {
  before: (page: Page) =>
    page.addInitScript(() => {
      let text = '';
      const clipboard = {
        writeText: (value: string) => Promise.resolve(void (text = value)),
        readText: () => Promise.resolve(text),
      };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard });
    }),
};
