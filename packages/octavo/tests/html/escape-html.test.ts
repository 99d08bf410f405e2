import { expect, test } from 'vitest';
import { escapeHtml } from '../../src/html/escape-html.ts';

test('escapes what ends a text or an attribute in double quotes', () => {
  expect(escapeHtml(`<a b="c" d='e'> & &amp;`)).toBe(
    `&lt;a b=&quot;c&quot; d='e'&gt; &amp; &amp;amp;`,
  );
});
