import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

/**
 * Returns the innermost elements that reach beyond the sides of the window, or whose content
 * reaches beyond their own. What scrolls within itself, fields among it, is left out.
 */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isTooWide = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      if (right > left && (left < -0.5 || right > width + 0.5)) return true;
      if (scrolls(element) || element.clientWidth === 0) return false;
      // A note beside the text is outside its paragraph, and meant to be.
      if (element.querySelector('.sidenote')) return false;
      return element.scrollWidth > element.clientWidth;
    };
    const visit = (element: Element): string[] => {
      if (element.matches('.sr-only, .skip, svg, input')) return [];
      const below = scrolls(element) ? [] : [...element.children].flatMap(visit);
      if (below.length > 0 || !isTooWide(element)) return below;
      return [`${element.outerHTML.replace(element.innerHTML, '')} ${element.textContent}`];
    };
    return visit(document.documentElement);
  });
}

/** Returns true for each side of a box, left and right, that is shaded since its content goes on there. */
export async function shadedSides(box: Locator): Promise<boolean[]> {
  const { data, info } = await sharp(await box.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Above the text, where nothing else is painted.
  const colorAt = (x: number) => data.readUIntBE((2 * info.width + x) * 3, 3);
  const ground = colorAt(info.width / 2);
  return [1, info.width - 2].map((x) => colorAt(x) !== ground);
}
