import type { Page } from 'playwright-core';

/** Returns the bytes that came over the line for a page, headers and icon included. */
export function bytesTransferred(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon][type="image/svg+xml"]');
    if (icon) await (await fetch(icon.href)).text();
    const entries = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ] as PerformanceResourceTiming[];
    return entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
  });
}

/** Returns the bytes of all scripts that a page runs, in it and beside it, as they are unpacked. */
export function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const inline = [
      ...document.querySelectorAll(
        'script:not([src], [type=speculationrules], [type="application/ld+json"])',
      ),
    ].map(({ textContent }) => new Blob([textContent]).size);
    const beside = (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ decodedBodySize }) => decodedBodySize);
    return [...inline, ...beside].reduce((sum, size) => sum + size, 0);
  });
}
