import { describe, expect, test } from 'vitest';
import { portableHtml } from '../../../src/feeds/portable-html.ts';
import { attribute, elements, text, type Element } from '../../../../../tests/html.ts';
import { render, settings } from '../../helpers.ts';

const isSidenote = (element: Element) => attribute(element, 'className') === 'sidenote';
const html = async (markdown: string) => (await render(markdown)).html;
const sidenotes = async (markdown: string) =>
  elements(await html(markdown), 'span').filter(isSidenote);

/** Returns what the element that holds the first sidenote is, and what comes behind the note. */
async function place(markdown: string): Promise<string> {
  const rendered = await html(markdown);
  const holder = elements(rendered).find(({ children }) =>
    children.some((child) => child.type === 'element' && isSidenote(child)),
  )!;
  const index = holder.children.findIndex((child) => child.type === 'element' && isSidenote(child));
  const next = holder.children[index + 1];
  return `${holder.tagName} ${next?.type === 'element' ? next.tagName : ''}`.trim();
}

describe('the copy of a footnote beside the text', () => {
  test('has its number and its text, and stands before the reference', async () => {
    expect(await html('A[^a] b.\n\n[^a]: One *two*.')).toContain(
      '<p>A<span class="sidenote" hidden aria-hidden="true"><span class="sidenote-number">1</span> <span class="sidenote-block">One <em>two</em>. </span></span><sup><a href="#fn-a"',
    );
  });

  test.each([
    ['a paragraph', 'A[^1].', 'p sup'],
    ['emphasis', '*A[^1]*', 'em sup'],
    ['a heading', '## A[^1]', 'h2 sup'],
    ['a tight list', '- A[^1]', 'li sup'],
    ['a loose list', '- A[^1]\n\n- b', 'p sup'],
    ['a quotation', '> A[^1]', 'p sup'],
    ['a list in a quotation', '> - A[^1]', 'li sup'],
    ['a definition', 'A\n\n: B[^1]', 'p sup'],
    ['a folded text', '<details><summary>S</summary>\n\nA[^1]\n\n</details>', 'body details'],
    ['a box', '<div class="box">\n\nA[^1]\n\n</div>', 'body div'],
  ])('stands where it can be beside the column, of %s', async (_, markdown, expected) => {
    expect(await place(`${markdown}\n\n[^1]: Note.`)).toBe(expected);
  });

  test('stands before a table, which scrolls', async () => {
    const found = await place('| a[^1] |\n| --- |\n| b |\n\n[^1]: Note.');
    expect(found).toMatch(/^body (?:table|div|figure)$/);
  });

  test('is one, however often the note is referred to', async () => {
    expect(await sidenotes('A[^1] b[^1].\n\nC[^1]\n\n[^1]: Note.')).toHaveLength(1);
  });

  test('is none of a note that only another note refers to', async () => {
    const found = await sidenotes('A[^1].\n\n[^1]: One[^2].\n[^2]: Two.');
    expect(found.map(text)).toEqual(['1 One2.']);
  });

  test('is none where there are no notes', async () => {
    expect(await sidenotes('A[^1] and [^2].')).toEqual([]);
  });

  test('holds only what may stand in a paragraph', async () => {
    const [note] = await sidenotes(
      'A[^1].\n\n[^1]: One.\n\n    Two.\n\n    - a\n    - b\n\n    ```js\n    x\n    ```\n\n    > c\n\n    <button>d</button>\n',
    );
    const names = new Set<string>();
    const visit = (element: Element) => {
      names.add(element.tagName);
      for (const child of element.children) if (child.type === 'element') visit(child);
    };
    visit(note!);
    expect([...names].filter((name) => !['span', 'code'].includes(name))).toEqual([]);
    expect(text(note!)).toMatch(/^1 One\.Two\./);
    expect(text(note!)).not.toContain('d↩');
  });

  test('has no ids, and nothing that the keyboard stops at', async () => {
    const [note] = await sidenotes(
      'A[^1].\n\n[^1]: <b id="x">One</b> [two](https://example.com/).\n\n    ```js\n    x\n    ```\n',
    );
    const visit = (element: Element): Element[] => [
      element,
      ...element.children.flatMap((child) => (child.type === 'element' ? visit(child) : [])),
    ];
    const inside = visit(note!);
    expect(inside.flatMap((element) => attribute(element, 'id') ?? [])).toEqual([]);
    const stops = inside.map((element) => attribute(element, 'tabIndex'));
    expect(stops.filter((stop) => stop !== undefined)).toEqual(['-1']);
    expect(
      attribute(
        inside.find(({ tagName }) => tagName === 'a')!,
        'tabIndex',
      ),
    ).toBe('-1');
  });
});

describe('references', () => {
  test('right behind one another are kept apart', async () => {
    const rendered = await html('A[^1][^2] b[^1].\n\n[^1]: One.\n[^2]: Two.');
    const marks = elements(rendered, 'sup').map((mark) => attribute(mark, 'className'));
    expect(marks.slice(0, 3)).toEqual([undefined, 'beside-another', undefined]);
  });
});

describe('a footnote', () => {
  const NOTES = 'A[^a] b.\n\n[^a]: One two.';

  test.each(['md', 'mdx'] as const)('counts once and is in no summary, in %s', async (format) => {
    const { text: read } = await render(NOTES, { format });
    expect(read.automatic.text).toBe('A b.');
    expect(read.words).toBe(4);
  });

  test.each<[string, string, string[]]>([
    ['it alone', 'A\n\n[^1]: B [^1]', ['B 1']],
    ['it and another', 'A\n\n[^1]: B[^2]\n\n[^2]: C[^1]', ['B2', 'C1']],
    ['one that nothing refers to', 'A\n\n[^1]: B[^2]\n\n[^2]: C', ['C']],
    ['itself twice, in a list', '- A\n\n  [^1]: B[^1][^1]', ['B11']],
  ])('is shown where only notes refer to it: %s', async (_, markdown, expected) => {
    const rendered = await html(markdown);
    const notes = elements(rendered, 'li').filter((item) =>
      attribute(item, 'id')?.startsWith('fn-'),
    );
    expect(
      notes.map((note) =>
        text(note)
          .replace(/\s*↩.*/s, '')
          .trim(),
      ),
    ).toEqual(expected);
    for (const link of elements(rendered, 'a').filter((a) => attribute(a, 'href')?.startsWith('#')))
      expect(rendered).toContain(`id="${attribute(link, 'href')!.slice(1)}"`);
  });

  test('is in feeds at the end alone', async () => {
    const feed = portableHtml(await html(NOTES), 'https://example.com/', { site: settings() });
    expect(feed.match(/One two/g)).toHaveLength(1);
    expect(feed).not.toContain('sidenote');
  });

  test('leaves its heading its id', async () => {
    const rendered = await html(`## Footnote label\n\n${NOTES}`);
    expect(elements(rendered, 'h2').map((heading) => attribute(heading, 'id'))).toEqual([
      'footnote-label-1',
      'footnote-label',
    ]);
  });
});
