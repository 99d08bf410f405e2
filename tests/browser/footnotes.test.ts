import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { blogOfTexts } from '../sites/texts.ts';
import { axeFindingsAt } from './axe.ts';
import { overflowing } from './layout.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfTexts);

interface Box {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Returns where the elements of a selector are in the page, those that are not shown left out. */
function boxes(page: Page, selector: string): Promise<Box[]> {
  return page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return {
            name: `${element.localName} ${element.textContent.slice(0, 20)}`,
            ...{ left, right, top: top + scrollY, bottom: bottom + scrollY },
          };
        }),
    selector,
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - 0.5 &&
    other.left < one.right - 0.5 &&
    one.top < other.bottom - 0.5 &&
    other.top < one.bottom - 0.5
  );
}

describe.each([1200, 1280, 1440, 1920])('footnotes in a window of %i pixels', (width) => {
  test('stand beside the text, over nothing else', async () => {
    const page = await blog.visit('posts/notes/', { width });
    const notes = await boxes(page, '.sidenote');
    expect(notes).toHaveLength(20);
    const [column] = await boxes(page, '.prose > p');
    for (const note of notes) {
      expect(note.left, note.name).toBeGreaterThan(column!.right);
      expect(note.right, note.name).toBeLessThanOrEqual(width);
    }
    const all = await boxes(
      page,
      'nav, details, .prose > :not(.sidenote), .prose li, footer, header',
    );
    const over = notes.flatMap((note, index) =>
      [...notes.slice(index + 1), ...all]
        .filter((other) => overlap(note, other))
        .map((other) => `${note.name} / ${other.name}`),
    );
    expect(over).toEqual([]);
  });

  test('begin where they are referred to, or below the one before', async () => {
    const page = await blog.visit('posts/notes/', { width });
    const [note] = await boxes(page, '.sidenote');
    const [reference] = await boxes(page, '[data-footnote-ref]');
    expect(Math.abs(note!.top - reference!.top)).toBeLessThan(28);
  });

  test('make the page no wider', async () => {
    const page = await blog.visit('posts/notes/', { width });
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(beyond).toBe(0);
  });
});

describe('footnotes', () => {
  test.each([320, 360, 800])('stand at the end alone in %i pixels', async (width) => {
    const page = await blog.visit('posts/notes/', { width });
    expect(await boxes(page, '.sidenote')).toEqual([]);
    expect(await boxes(page, '.footnotes li[id]')).toHaveLength(20);
    expect(await overflowing(page)).toEqual([]);
  });

  test('stand at the end alone on paper', async () => {
    const page = await blog.visit('posts/notes/', { width: 1440 });
    await page.emulateMedia({ media: 'print' });
    expect(await boxes(page, '.sidenote')).toEqual([]);
  });

  test('are reached from their references by keyboard, and lead back', async () => {
    const page = await blog.visit('posts/notes/');
    await page.locator('#fnref-1').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#fn-1');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
    expect(await focused()).toBe('Back to reference 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#fnref-1');
  });

  test('are said once: the copies beside the text are hidden from screen readers', async () => {
    const page = await blog.visit('posts/notes/');
    const links = page.getByRole('link', { name: 'a link' });
    expect(await links.count()).toBe(1);
    expect(await page.getByText('Of an item.').count()).toBe(2);
    const stops = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.sidenote *')].filter(
          ({ tabIndex }) => tabIndex >= 0,
        ).length,
    );
    expect(stops).toBe(0);
  });

  test('are separated by a comma where two references are adjacent', async () => {
    const page = await blog.visit('posts/notes/');
    const separator = await page
      .locator('.beside-another')
      .first()
      .evaluate((mark) => getComputedStyle(mark, '::before').content);
    expect(separator).toBe('","');
  });

  test('have no finding of axe', async () => {
    const page = await blog.visit('posts/notes/');
    expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
  });
});
