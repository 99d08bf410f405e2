import { describe, expect, test } from 'vitest';
import { attribute, elements } from '../../html.ts';
import { render } from '../helpers.ts';

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
