import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { validationFindings } from '../build/sound.ts';
import { blogOfTexts } from '../sites/texts.ts';
import { axeFindings, axeFindingsAt } from './axe.ts';
import { OWN_CLIPBOARD } from './clipboard.ts';
import { paintedContrast } from './contrast.ts';
import { siteInBrowser } from './site-in-browser.ts';

const blog = siteInBrowser(blogOfTexts);

const PAGE = 'posts/code/';

const block = (page: Page, text: string) => page.locator('.code').filter({ hasText: text });

/** Returns what is in the clipboard after the button of a block was pressed. */
async function copied(page: Page, text: string): Promise<string> {
  await block(page, text).getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('the copy button takes', () => {
  test.each([
    [
      'the code without the numbers of its lines',
      'name.ts',
      "import { name } from './name.ts';\nconst greeting = `Hello, ${name}!`;\n\nconsole.log(greeting);",
    ],
    [
      'what a diff leads to',
      'defineConfig',
      "export default defineConfig({\n  site: 'https://example.com',\n  trailingSlash: 'always',\n});",
    ],
    ['no deleted lines', 'color', 'a {\n  color: var(--accent);\n}'],
    [
      'the commands of a session',
      'curl --silent https',
      'curl --silent https://example.com/ \\\n    | grep title\ncat <<EOF > note.md\n# A note\nEOF\nnpm test',
    ],
    [
      'collapsed lines too',
      'octavo',
      '{\n  "name": "octavo",\n  "version": "0.1.0",\n  "private": true,\n  "license": "MIT",\n  "type": "module",\n  "engines": { "node": ">=20" }\n}',
    ],
    ['plain text', 'alpha', 'alpha\n  beta'],
  ])('%s', async (_, text, expected) => {
    const page = await blog.visit(PAGE, OWN_CLIPBOARD);
    expect(await copied(page, text)).toBe(expected);
  });
});

describe('the copy button', () => {
  test('is reached by keyboard, and says what it did for a while', async () => {
    const page = await blog.visit(PAGE, OWN_CLIPBOARD);
    const button = block(page, 'Returns the sum').getByRole('button').last();
    await block(page, 'Returns the sum').getByRole('button', { name: 'Wrap' }).focus();
    await page.keyboard.press('Tab');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    const { width, height } = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(await page.getByRole('status').textContent()).toBe('');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
    expect(await button.textContent()).toBe('Copied');
    await expect.poll(() => button.textContent()).toBe('Copy');
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  test('selects the code where the clipboard is refused', async () => {
    const refuse = (page: Page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const page = await blog.visit(PAGE, { before: refuse });
    await block(page, 'alpha').hover();
    await block(page, 'alpha').getByRole('button').click();
    expect(await page.evaluate(() => String(getSelection()))).toBe('alpha\n  beta');
    expect(blog.messages(page)).toEqual([]);
  });

  test('is not there without JavaScript, nor on paper', async () => {
    const page = await blog.visit(PAGE, { javaScriptEnabled: false });
    expect(await page.getByRole('button').count()).toBe(0);
    const printed = await blog.visit(PAGE);
    await printed.emulateMedia({ media: 'print' });
    expect(await printed.getByRole('button').count()).toBe(0);
  });

  test('brings no script to a page without code', async () => {
    const page = await blog.visit('posts/none/');
    expect(await page.getByRole('status').count()).toBe(0);
    expect(await page.content()).not.toContain('clipboard');
  });
});

test('a selection across blocks has no names of buttons', async () => {
  const page = await blog.visit(PAGE);
  const selected = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('.prose')!);
    return String(getSelection());
  });
  expect(selected).toContain('alpha\n  beta');
  expect(selected).not.toMatch(/\b(?:Copy|Wrap)\b/);
});

test('the wrap button has one line on the narrowest screen', async () => {
  const page = await blog.visit(PAGE, { width: 195 });
  const { height } = (await page.getByRole('button', { name: 'Wrap' }).first().boundingBox())!;
  expect(height).toBeLessThan(30);
});

test.each([320, 640])(
  'the names of buttons cover neither each other nor a title in any language, at %i pixels',
  async (width) => {
    const page = await blog.visit(PAGE, { width });
    const figure = block(page, 'func handle');
    for (const { copy, copied, wrapLines } of await allStrings()) {
      const covered = await figure.evaluate(
        (element, names) => {
          const [wrap, copy] = element.querySelectorAll('button');
          [wrap!.textContent, copy!.textContent] = names;
          const [title, first, second] = [element.querySelector('figcaption')!, wrap!, copy!].map(
            (part) => {
              const text = document.createRange();
              text.selectNodeContents(part);
              return text.getBoundingClientRect();
            },
          );
          const isAside = title!.right < first!.left || title!.top >= first!.bottom - 1;
          return !isAside || first!.right > second!.left;
        },
        [wrapLines, copied.length > copy.length ? copied : copy] as const,
      );
      expect(covered, wrapLines).toBe(false);
    }
  },
);

/** Returns the strings of the interface in all languages. */
function allStrings(): Promise<{ copy: string; copied: string; wrapLines: string }[]> {
  const folder = new URL('../../packages/octavo/src/strings/', import.meta.url);
  const files = globSync('*.json', { cwd: folder });
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(new URL(file, folder), 'utf8'))),
  );
}

test('the wrap button wraps long lines, and lets them scroll again', async () => {
  const page = await blog.visit(PAGE, { width: 360 });
  const button = page.getByRole('button', { name: 'Wrap' }).first();
  const pressed = await button.getAttribute('aria-pressed');
  const scrolls = () =>
    button.evaluate(({ parentElement }) => {
      const { scrollWidth, clientWidth } = parentElement!.querySelector('pre')!;
      return scrollWidth > clientWidth + 1;
    });
  expect([pressed, await scrolls()]).toEqual(['false', true]);
  for (const wrapped of [true, false]) {
    await button.press('Enter');
    expect(await button.getAttribute('aria-pressed')).toBe(String(wrapped));
    expect(await scrolls()).toBe(!wrapped);
  }
});

test('a numbered line that is wrapped goes on behind its number, and is selected as it is', async () => {
  const page = await blog.visit(PAGE, { width: 240 });
  const { indents, selected, text } = await block(page, 'name.ts')
    .locator('code')
    .evaluate((code) => {
      code.closest('.code')!.classList.add('wrap');
      const line = code.querySelector('[data-n]')!;
      const content = document.createRange();
      content.selectNodeContents(line);
      const start = line.getBoundingClientRect().left;
      getSelection()!.selectAllChildren(code);
      return {
        indents: [...content.getClientRects()].map(({ left }) => left - start),
        selected: String(getSelection()),
        text: code.textContent,
      };
    });
  expect(indents.length).toBeGreaterThan(1);
  expect(Math.min(...indents)).toBeGreaterThan(10);
  expect(selected.trimEnd()).toBe(text.trimEnd());
});

describe('a page with every kind of block', () => {
  test('has no finding of axe, folded or not, with its buttons or without', async () => {
    const page = await blog.visit(PAGE, { width: 320 });
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('summary').click();
    expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
    await page.locator('.code').first().hover();
    expect(await axeFindingsAt(page, [320, 1280])).toEqual([]);
  });

  test('is valid, from Markdown and from MDX', async () => {
    expect(await validationFindings(blog.site, 'posts/{code,code-in-mdx,none}/index.html')).toEqual(
      [],
    );
  });

  test('is the same page from Markdown and from MDX', async () => {
    const prose = async (path: string) =>
      (await blog.visit(path)).locator('.prose').evaluate((element) => element.innerHTML);
    expect((await prose('posts/code-in-mdx/')).trim()).toBe((await prose(PAGE)).trim());
  });

  test('has nothing that the policy refuses, and no style attribute', async () => {
    const page = await blog.visit(PAGE);
    expect(blog.messages(page)).toEqual([]);
    expect(await page.locator('[style]').count()).toBe(0);
  });

  test('is no wider than a small screen; code scrolls within itself', async () => {
    const page = await blog.visit(PAGE, { width: 320 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const wide = block(page, 'Returns the sum').locator('pre');
    expect(await wide.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
    const wrapped = page.locator('.wrap pre');
    expect(await wrapped.evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBe(0);
  });

  test('has whole lines on paper', async () => {
    const page = await blog.visit(PAGE, { width: 480 });
    await page.emulateMedia({ media: 'print' });
    const over = await page
      .locator('.code pre')
      .evaluateAll((all) => all.map((pre) => pre.scrollWidth - pre.clientWidth));
    expect(over.filter((pixels) => pixels > 0)).toEqual([]);
  });

  test('has line grounds as wide as the longest line', async () => {
    const page = await blog.visit(PAGE, { width: 320 });
    const widths = await page.locator('.code ins').evaluateAll((all) =>
      all.map((line) => {
        const pre = line.closest('pre')!;
        return Math.round(line.getBoundingClientRect().width) - pre.scrollWidth;
      }),
    );
    expect(new Set(widths)).toEqual(new Set([0]));
  });

  test.each([
    ['a phone', { width: 360, hasTouch: true, isMobile: true }],
    ['a wide screen', { width: 1920 }],
  ])('has no code below a button on %s', async (_, screen) => {
    const page = await blog.visit(PAGE, screen);
    const covered = await page.locator('.copy').evaluateAll((buttons) =>
      buttons.filter((button) => {
        const { bottom } = button.getBoundingClientRect();
        const code = button.parentElement!.querySelector('code')!.getBoundingClientRect();
        return bottom > code.top;
      }),
    );
    expect(covered).toHaveLength(0);
  });

  test.each([768, 1280, 1920])('holds 80 columns of code at %i pixels', async (width) => {
    const page = await blog.visit(PAGE, { width });
    const columns = await block(page, 'Returns the sum')
      .locator('code')
      .evaluate((code) => {
        code.textContent = '0'.repeat(80);
        return { code: code.scrollWidth, box: code.parentElement!.clientWidth };
      });
    expect(columns.code).toBeLessThanOrEqual(columns.box);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test.each(['light', 'dark'] as const)(
    'has marked lines that are read in forced colors, %s',
    async (colorScheme) => {
      const page = await blog.visit(PAGE, { forcedColors: 'active', colorScheme });
      for (const line of ['mark', 'ins', 'del'])
        expect(
          await paintedContrast(page.locator(`.code ${line}`).first()),
          line,
        ).toBeGreaterThanOrEqual(4.5);
    },
  );
});
