import type { Page } from 'playwright-core';

/** A place where the focus rests, as a reader finds it. */
export interface Stop {
  /** What is written on it; the element's name where nothing is. */
  name: string;
  outline: string;
  isInSight: boolean;
}

/** Presses Tab until the focus leaves the page, and returns every stop on the way. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(describeFocus);
    if (stop === null) return stops;
    stops.push(stop);
    if (stops.length > 200) throw new Error('the focus does not leave the page');
  }
}

/** Returns where the focus is; `null` outside of the page. Runs in the page. */
export function describeFocus(): Stop | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + Math.min(width, 40) / 2, top + Math.min(height, 20) / 2];
  const hit = document.elementFromPoint(x, y);
  return {
    name:
      (element.ariaLabel ?? element.getAttribute('title')) ||
      (element.matches('pre')
        ? element.localName
        : element.textContent.replace(/\s+/g, ' ').trim()),
    outline: `${outlineStyle} ${outlineWidth}`,
    isInSight:
      left >= 0 &&
      right <= innerWidth + 1 &&
      top >= 0 &&
      Math.min(bottom, top + 20) <= innerHeight &&
      hit !== null &&
      (element.contains(hit) || hit.contains(element)),
  };
}

/** Returns what is written on each stop. */
export function names(stops: readonly Stop[]): string[] {
  return stops.map(({ name }) => name);
}
