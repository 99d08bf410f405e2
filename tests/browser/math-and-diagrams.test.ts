import { expect, test } from 'vitest';
import { blogOfTexts } from '../sites/texts.ts';
import { axeFindingsAt } from './axe.ts';
import { overflowing, shadedSides } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfTexts);
const PAGE = 'posts/math/';

test('axe finds nothing, and nothing is refused', async () => {
  const page = await blog.visit(PAGE);
  expect(await axeFindingsAt(page, [360, 1280])).toEqual([]);
  expect(blog.messages(page)).toEqual([]);
});

test('at 320 pixels nothing is wider than the page, and what is wide scrolls', async () => {
  const page = await blog.visit(PAGE, { width: 320 });
  expect(await overflowing(page)).toEqual([]);
  const scrolled = (selector: string) =>
    page.locator(selector).evaluateAll(
      (boxes) =>
        boxes.filter((box) => {
          box.scrollLeft = 50;
          return box.scrollLeft > 0;
        }).length,
    );
  expect(await scrolled('.formula')).toBeGreaterThan(0);
  expect(await scrolled('.diagram-box')).toBeGreaterThan(0);
});

test('a wide formula and a wide diagram are shaded where they go on, and are whole on paper', async () => {
  const page = await blog.visit(PAGE, { width: 200 });
  for (const boxes of [page.locator('.formula'), page.locator('.diagram-box')]) {
    const first = await boxes.evaluateAll((all) =>
      all.findIndex((box) => box.scrollWidth > box.clientWidth + 40),
    );
    expect(await shadedSides(boxes.nth(first))).toEqual([false, true]);
  }
  await page.setViewportSize({ width: 640, height: 800 });
  await page.emulateMedia({ media: 'print' });
  expect(await overflowing(page)).toEqual([]);
  const clipped = await page
    .locator('.diagram-box')
    .evaluateAll((all) => all.filter((box) => box.scrollWidth > box.clientWidth).length);
  expect(clipped).toBe(0);
});

test('what scrolls can be reached by keyboard, and nothing else', async () => {
  const page = await blog.visit(PAGE, { width: 320 });
  const unreachable = await page
    .locator('.formula, .diagram-box')
    .evaluateAll((boxes) =>
      boxes
        .filter((box) => box.scrollWidth > box.clientWidth && !box.hasAttribute('tabindex'))
        .map((box) => box.textContent),
    );
  expect(unreachable).toEqual([]);
});

test('a diagram has the colors of the theme', async () => {
  const page = await blog.visit(PAGE, { colorScheme: 'light' });
  const colors = () =>
    page
      .locator('.diagram-box')
      .first()
      .evaluate((box) => {
        const colorOf = (name: string) => {
          const labels = [...box.querySelectorAll('text')];
          const label = labels.find(({ textContent }) => textContent === name)!;
          const { x, y, width, height } = label.getBoundingClientRect();
          // The last that is drawn below the middle of the label.
          const shape = [...box.querySelectorAll('path, polygon, rect')].findLast((one) => {
            const around = one.getBoundingClientRect();
            const isBelow = label.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_PRECEDING;
            const isAcross = around.x < x + width / 2 && around.right > x + width / 2;
            return (
              isBelow && isAcross && around.y < y + height / 2 && around.bottom > y + height / 2
            );
          })!;
          return [label, shape].map((element) => getComputedStyle(element).fill);
        };
        // The client's color is the author's.
        return [...colorOf('Gateway'), ...colorOf('Client')];
      });
  const client = ['rgb(0, 0, 0)', 'rgb(255, 153, 102)'];
  expect(await colors()).toEqual(['rgb(29, 31, 34)', 'rgb(244, 244, 241)', ...client]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await colors()).toEqual(['rgb(220, 221, 223)', 'rgb(30, 33, 37)', ...client]);
});

test('a formula has the color of the text', async () => {
  const page = await blog.visit(PAGE, { colorScheme: 'dark' });
  const [formula, text] = await page.evaluate(() =>
    ['math mi', '.prose p'].map((path) => getComputedStyle(document.querySelector(path)!).color),
  );
  expect(formula).toBe(text);
});

test('a diagram is named', async () => {
  const page = await blog.visit(PAGE);
  const names = await page.getByRole('img', { name: 'How a request is routed' }).count();
  expect(names).toBe(2);
});
