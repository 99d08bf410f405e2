import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects that the islands of a framework on a page count clicks. */
export async function expectHydration(page: Page, framework: string): Promise<void> {
  for (const directive of ['load', 'visible', 'only']) {
    const button = page.getByRole('button', { name: `${framework} ${directive}`, exact: true });
    await button.scrollIntoViewIfNeeded();
    const count = page.locator('p', { has: button });
    await expect
      .poll(async () => {
        await button.click();
        return count.innerText();
      })
      .toMatch(/counted [1-9]/);
  }
}
