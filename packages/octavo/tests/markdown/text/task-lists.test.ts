import { describe, expect, test } from 'vitest';
import { elements, text } from '../../../../../tests/html.ts';
import { render } from '../../helpers.ts';

describe('the text of a task is the label of its checkbox', () => {
  test.each([
    ['in a tight list', '- [x] a *b*\n- [ ] c', ['a b', 'c']],
    ['in a loose list', '- [x] a\n\n  more\n\n- [ ] b', ['a', 'b']],
    ['apart from a list below it', '- [ ] a\n  - [x] b\n  - c', ['a', 'b']],
    ['apart from a block below it', '- [ ] a\n  ```\n  b\n  ```', ['a']],
    ['with a link', '- [ ] [a](https://example.com/)', ['a']],
    ['in a numbered list', '1. [ ] a', ['a']],
  ])('%s', async (_, markdown, labels) => {
    const { html } = await render(markdown);
    const found = elements(html, 'label');
    expect(found.map((label) => text(label))).toEqual(labels);
    for (const { children } of found) expect(children[0]).toMatchObject({ tagName: 'input' });
  });

  test('and no other item has one', async () => {
    const { html } = await render('- a\n- [b](https://example.com/)\n- \\[x] c');
    expect(html).not.toContain('<label>');
  });

  test('and it stands in a summary', async () => {
    const { text: article } = await render('- [x] a\n- [ ] b');
    expect(article.automatic.text).toBe('a b');
  });
});
