import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { deadLinks, validationFindings } from '../build/sound.ts';
import { post } from '../posts.ts';
import { axeFindings } from './axe.ts';
import { overflowing } from './layout.ts';
import { fixtureInBrowser } from './site-in-browser.ts';

const TEXT = `A text with a :tada:, "quotes" -- and <kbd>Ctrl</kbd> <kbd>C</kbd>.

> [!NOTE]
> A note with [a link](#a-heading), \`code\` and *emphasis*.
>
> - One
> - Two

> [!TIP] A title of *one's own*
> A tip.

> [!IMPORTANT]
> Important.
>
> > [!WARNING]
> > Within another.

> [!CAUTION]-
> What is folded.
>
> | a | b |
> |---|---|
> | c | d |

:::warning[A warning that is open]{open}
\`\`\`js
const answer = 42;
\`\`\`
:::

> A quotation.

## A heading

- [x] A task that is *done*
- [ ] A task with [a link](#a-heading), and words that go on for longer than the line of a small screen
  - [ ] Another below it
  - No task

| ${'A heading | '.repeat(10)}
| ${'--: | '.repeat(10)}
| ${'configuration | '.repeat(10)}

|   | Column |
|---|:------:|
| a |   b    |

<table>
<tbody>
<tr><th>Row</th><td>c</td></tr>
</tbody>
</table>

A term
: Its definition.

Another term
: Its first definition.

  With a second paragraph.
: Its second definition.

<details>
<summary>A fold</summary>

A text in it.

</details>

::include{file="../../parts/included.md"}

The end.
`;

const INCLUDED =
  '---\ntitle: no matter\n---\n\nAn included text with [a link](../content/posts/plain.md).\n';

const blog = fixtureInBrowser('prose', {
  settings: { language: 'de' },
  files: {
    'posts/plain.md': post({ title: 'Plain', date: '2024-02-01' }, TEXT),
    'posts/components.mdx': post({ title: 'Components', date: '2024-02-01' }, TEXT),
    '../parts/included.md': INCLUDED,
  },
});

const POSTS = ['posts/plain/', 'posts/components/'];

describe.each(POSTS)('%s', (path) => {
  test.each([360, 1280])('at %i pixels axe finds nothing, folded or not', async (width) => {
    const page = await blog.visit(path, { width });
    expect(await axeFindings(page)).toEqual([]);
    await openAll(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
  });

  test('at 320 pixels nothing is wider than its place', async () => {
    const page = await blog.visit(path, { width: 320 });
    await openAll(page);
    expect(await overflowing(page)).toEqual([]);
  });

  test('nothing is refused by the security policy', async () => {
    const page = await blog.visit(path);
    await openAll(page);
    expect(blog.messages(page)).toEqual([]);
  });

  test('a callout is opened and closed by keyboard', async () => {
    const page = await blog.visit(path);
    const callout = page.locator('details.caution');
    await callout.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await callout.getByText('What is folded.').isVisible()).toBe(true);
    await page.keyboard.press('Space');
    expect(await callout.getByText('What is folded.').isVisible()).toBe(false);
  });

  test('a wide table is scrolled by keyboard', async () => {
    const page = await blog.visit(path, { width: 360 });
    const table = page.getByRole('group', { name: 'Tabelle' }).first();
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  test('a task has its text as its name', async () => {
    const page = await blog.visit(path);
    const done = page.getByRole('checkbox', { name: 'A task that is done' });
    expect(await done.isChecked()).toBe(true);
  });
});

test('Markdown and MDX give the same', async () => {
  const [plain, components] = await Promise.all(
    POSTS.map(async (path) => {
      const page = await blog.visit(path);
      return (await page.locator('.prose').innerHTML()).replace(/\s*(<[^>]+>)\s*/g, '$1');
    }),
  );
  expect(components).toBe(plain);
});

test('the site is sound', async () => {
  expect(await validationFindings(blog.site)).toEqual([]);
  expect(deadLinks(blog.site)).toEqual([]);
});

function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
