import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { markdownDocument } from '../../../src/markdown/document.ts';
import { tables } from '../../../src/markdown/text/tables.ts';
import { attribute, elements } from '../../../../../tests/html.ts';
import { render } from '../../helpers.ts';

const TABLE = '| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |';

describe('a table', () => {
  test.each(['th', 'td'])('has the alignment of its columns as classes: %s', async (name) => {
    const { html } = await render(TABLE);
    expect(elements(html, name).map((cell) => attribute(cell, 'className'))).toEqual([
      'align-left',
      'align-center',
      'align-right',
      undefined,
    ]);
  });

  test('has no style attribute', async () => {
    expect((await render(TABLE)).html).not.toContain('style');
  });

  test('marks code that may break: other code is kept in one line', async () => {
    const { html } = await render(
      '| a | b | c |\n|---|---|---|\n| `--a-long-flag-name` | **`npm run check`** | `https://example.com/a/long/path/` |',
    );
    const classes = elements(html, 'code').map((code) => attribute(code, 'className'));
    expect(classes).toEqual([undefined, 'wrap', 'wrap']);
  });

  test('in HTML has its alignment as a class too', async () => {
    const { html } = await render('<table><tr><td style="text-align: right">1</td></tr></table>');
    expect(elements(html, 'td').map((cell) => attribute(cell, 'className'))).toEqual([
      'align-right',
    ]);
    expect(html).not.toContain('style');
  });

  test('in HTML keeps the classes of its cells', async () => {
    const { html } = await render(
      '<table><tr><td class="sum" style="text-align: right">1</td></tr></table>',
    );
    expect(attribute(elements(html, 'td')[0]!, 'className')).toContain('sum');
  });
});

describe('a header cell', () => {
  test.each([
    ['heads its column', TABLE, ['col', 'col', 'col', 'col']],
    ['heads its column in HTML', '<table><tr><th>a</th><th>b</th></tr></table>', ['col', 'col']],
    ['heads its row among data', '<table><tr><th>a</th><td>b</td></tr></table>', ['row']],
    ['keeps what it says', '<table><tr><th scope="rowgroup">a</th></tr></table>', ['rowgroup']],
    ['is none where it is empty', '|   | b |\n|:-:|---|', ['col']],
  ])('%s', async (_, markdown, scopes) => {
    const { html } = await render(markdown);
    expect(elements(html, 'th').map((cell) => attribute(cell, 'scope'))).toEqual(scopes);
  });
});

test.each([
  ['en', 'Table'],
  ['de', 'Tabelle'],
])('a table scrolls within itself, by keyboard too, and has a name: %s', async (language, name) => {
  const { html } = await render(TABLE, { language });
  expect(html).toContain(
    `<div class="table" role="group" aria-label="${name}" tabindex="0"><table>`,
  );
});

test('an empty cell of a head is aligned as its column is', async () => {
  const { html } = await render('|   | b |\n|:-:|---|');
  expect(html).toContain('<td class="align-center"></td>');
});

test('a table in MDX is the same', async () => {
  const { code } = await mdxToJs('<table><tr><th>a</th><td>b</td></tr></table>', {
    data: { octavo: markdownDocument('a.mdx') },
    hastPlugins: [tables.hast],
    jsx: true,
    elementAttributeNameCase: 'html',
  });
  const html = code.replace(/_components\.|\{"|"\}/g, '');
  expect(html).toContain(
    '<div class="table" role="group" aria-label="Table" tabindex="0"><table><tr><th scope="row">a</th><td>b</td></tr></table></div>',
  );
});
