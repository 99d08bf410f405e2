import { expect, test, vi } from 'vitest';
import { fromHtml, fromMarkdown } from './portable.ts';

vi.mock('#site-config', () => ({
  frontMatter: {},
  mdastPlugins: [],
  hastPlugins: [],
  settings: {
    title: 'T',
    description: 'D',
    url: 'https://example.com/',
    author: 'jane',
    language: 'ar',
  },
}));

test('an article that runs from right to left says so, and its code the opposite', async () => {
  expect(await fromMarkdown('مرحبا\n\n```ts title="a.ts"\nb\n```\n\n$$\nx\n$$')).toBe(
    [
      '<div dir="rtl"><p>مرحبا</p>',
      '<p><strong>a.ts</strong></p><pre dir="ltr"><code>b\n</code></pre>',
      '<pre dir="ltr"><a href="https://example.com/posts/post/"><code>x</code></a></pre>',
      '</div>',
    ].join('\n'),
  );
  expect(fromHtml('<pre>a</pre>')).toBe('<div dir="rtl"><pre dir="ltr">a</pre></div>');
});

test('an article without a text has no direction', () => {
  expect(fromHtml('<!-- a -->')).toBe('');
});
