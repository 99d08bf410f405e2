import { describe, expect, test } from 'vitest';
import { attribute, elements, text } from '../../html.ts';
import { render } from '../helpers.ts';

describe('a code block', () => {
  test.each([
    ['in a fence', '```js\nx\n```'],
    ['without a language', '```\nx\n```'],
    ['indented', '    x'],
    ['in a list', '- a\n\n  ```js\n  x\n  ```'],
    ['in HTML', '<pre>x</pre>'],
  ])('can be reached by keyboard, since it scrolls: %s', async (_, markdown) => {
    const blocks = elements((await render(markdown)).html, 'pre');
    expect(blocks.map((block) => attribute(block, 'tabIndex'))).toEqual(['0']);
  });

  test('shows its text as typed', async () => {
    const code = 'const a = "x" -- y... // \'z\'\n<b> & &amp; *c* $& [d](./e.md) <!--more-->';
    const { html, diagnostics } = await render(`\`\`\`js\n${code}\n\`\`\``);
    expect(diagnostics).toEqual([]);
    const [block] = elements(html, 'code');
    expect(text(block!)).toBe(code.replace('\n', ' '));
  });

  test('has no style attribute', async () => {
    expect((await render('```js\nconst a = 1;\n```')).html).not.toContain('style=');
  });
});

test('inline code is no stop for the keyboard', async () => {
  expect((await render('a `b` c')).html.trim()).toBe('<p>a <code>b</code> c</p>');
});
