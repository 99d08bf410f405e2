import { describe, expect, test } from 'vitest';
import { blogOfAllKinds, KINDS } from '../sites/all-kinds.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfAllKinds);

describe.each([360, 1280])('at %i pixels', (width) => {
  test.each(Object.entries(KINDS))('%s has targets that a finger finds', async (_, path) => {
    const page = await blog.revisit(path, { width });
    const summary = page.getByText('On this page');
    if (width === 360 && (await summary.count()) > 0) await summary.click();
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });
});

test('two small targets side by side are found', async () => {
  const page = await blog.visit('tags/');
  await page.evaluate(() => {
    const box = document.createElement('div');
    const links = ['a', 'b'].map((text) =>
      Object.assign(document.createElement('a'), { href: '/', text }),
    );
    box.style.setProperty('display', 'flex');
    box.append(...links);
    document.querySelector('main')!.append(box);
  });
  expect(await page.evaluate(smallTargets)).toHaveLength(2);
});

/**
 * Returns the targets that are too small by WCAG 2.2, 2.5.8: less than 24 pixels wide or high,
 * and nearer to another one than a circle of 24 pixels allows. Links within sentences are exempt.
 */
function smallTargets(): string[] {
  const SIZE = 24;
  const isShown = (element: Element) => element.checkVisibility() && !element.matches('.skip');
  const isWithinSentence = (element: Element) => {
    const parent = element.closest('p, li, td, th, dd, figcaption, blockquote, div')!;
    const isInline = getComputedStyle(element).display === 'inline';
    return isInline && parent.textContent.trim() !== element.textContent.trim();
  };
  const targets = [...document.querySelectorAll('a, button, input:not([disabled]), summary')]
    .filter((element) => isShown(element) && !isWithinSentence(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const isSmall = ({ width, height }: DOMRect) => width < SIZE - 0.01 || height < SIZE - 0.01;
  const center = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2];
  const distance = (from: DOMRect, to: DOMRect) => {
    const [x, y] = center(from) as [number, number];
    const [otherX, otherY] = center(to) as [number, number];
    if (isSmall(to)) return Math.hypot(x - otherX, y - otherY) - SIZE / 2;
    const nearest = (value: number, low: number, high: number) =>
      Math.max(low, Math.min(value, high));
    return Math.hypot(x - nearest(x, to.left, to.right), y - nearest(y, to.top, to.bottom));
  };
  return targets
    .filter(({ box }) => isSmall(box))
    .filter(({ element, box }) =>
      targets.some((other) => other.element !== element && distance(box, other.box) < SIZE / 2),
    )
    .map(({ element, box }) => `${element.outerHTML}: ${box.width} × ${box.height}`);
}
