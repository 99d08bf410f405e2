import { describe, expect, test } from 'vitest';
import { render } from '../helpers.ts';

const html = async (markdown: string, language?: string) =>
  (await render(markdown, { language })).html.trim();

describe('what engineers type stays as typed', () => {
  test.each([
    'localhost:8080 at 10:30',
    'costs $5 and $6',
    'x^2 and y^10',
    ':nothing: and a:smile:b',
    'std::vector and a::b',
    'snake_case_name and __init',
    'C:\\Users and /etc/hosts',
    'a:b:c and 1:1',
    '@jane and #42',
    '[[wiki]] and [1]',
    'f(x) = {y | y > 0}',
    '5 * 3 * 2',
    'example.com and v1.2.3',
    '2024-01-06',
    'a@b and {#id .class}',
  ])('%s', async (markdown) => {
    const escaped = markdown.replace('>', '&gt;');
    expect(await html(markdown)).toBe(`<p>${escaped}</p>`);
  });

  test.each([['a line of pluses', '+++\na', '<p>+++\na</p>']])(
    '%s',
    async (_, markdown, expected) => {
      expect(await html(markdown)).toBe(expected);
    },
  );
});

describe('Markdown can do', () => {
  test.each([
    ['emphasis', '*a* **b**', '<p><em>a</em> <strong>b</strong></p>'],
    ['struck text', '~~a~~', '<p><del>a</del></p>'],
    [
      'addresses as links',
      'See https://example.com/a.',
      '<p>See <a href="https://example.com/a">https://example.com/a</a>.</p>',
    ],
    ['line breaks', 'a  \nb', '<p>a<br>\nb</p>'],
    ['quotations', '> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
    ['rules', 'a\n\n---', '<p>a</p>\n<hr>'],
    ['raw HTML', '<kbd>a</kbd>', '<p><kbd>a</kbd></p>'],
    ['Markdown in raw HTML', '<div>\n\n*a*\n\n</div>', '<div>\n<p><em>a</em></p>\n</div>'],
  ])('%s', async (_, markdown, expected) => {
    expect(await html(markdown)).toBe(expected);
  });

  test('tasks', async () => {
    const rendered = await html('- [x] a\n- [ ] b');
    expect(rendered.match(/<input type="checkbox"[^>]*>/g)).toHaveLength(2);
    expect(rendered.match(/ checked/g)).toHaveLength(1);
  });
});

describe('smart punctuation', () => {
  test.each([
    ['quotation marks', '"a" and \'b\'', '“a” and ‘b’'],
    ['apostrophes', "it's", 'it’s'],
    ['dashes', 'a -- b --- c', 'a – b — c'],
    ['ellipses', 'wait...', 'wait…'],
  ])('sets %s', async (_, markdown, expected) => {
    expect(await html(markdown)).toBe(`<p>${expected}</p>`);
  });

  test.each([
    ['inline code', '`"a" -- it\'s ...`', '<p><code>"a" -- it\'s ...</code></p>'],
    [
      'addresses',
      '<https://example.com/a--b>',
      '<p><a href="https://example.com/a--b">https://example.com/a--b</a></p>',
    ],
    ['what is escaped', '\\"a\\"', '<p>"a"</p>'],
    ['attributes of HTML', '<b title="a -- b">c</b>', '<p><b title="a -- b">c</b></p>'],
  ])('leaves alone %s', async (_, markdown, expected) => {
    expect(await html(markdown)).toBe(expected);
  });
});
