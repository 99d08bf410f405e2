import { describe, expect, test } from 'vitest';
import { VECTORS } from '../../../../tests/xss.ts';
import { readHtml } from '../../src/html/read-html.ts';
import { safeHtml } from '../../src/html/safe-html.ts';

describe('the HTML of a stranger', () => {
  test.each([
    ['<p>Text &amp; <em>more</em></p>', '<p>Text &#x26; <em>more</em></p>'],
    ['<a href="https://a.example/" onclick="x()">A</a>', link('https://a.example/', 'A')],
    [`<a href="javascript:alert(1)">A</a>`, 'A'],
    ['<a href="#reply-1">A</a>', link('#reply-1', 'A')],
    ['<script>alert(1)</script><style>p{}</style>A', 'A'],
    ['<h1 id="main" class="x">A</h1>', '<p>A</p>'],
    [
      '<div><table><tr><td>A</td></tr></table></div>',
      '<table><tbody><tr><td>A</td></tr></tbody></table>',
    ],
    ['<img src="https://a.example/x.png" alt="A">B', 'B'],
    ['</div></article><p>A', '<p>A</p>'],
    ['<pre><code class="x">a\n  b</code></pre>', '<pre><code>a\n  b</code></pre>'],
    ['<!-- A -->B', 'B'],
  ])('%s becomes %s', (html, safe) => {
    expect(safeHtml(html)).toBe(safe);
  });

  test.each(VECTORS)('%s does nothing', (vector) => {
    const attributes = readHtml(safeHtml(vector)).tags.flatMap((tag) => tag.attributes);
    for (const { name, value } of attributes) {
      expect(['href', 'rel']).toContain(name);
      expect(URL.parse(value, 'https://a.example/')?.protocol ?? '').not.toMatch(
        /^javascript|^data/,
      );
    }
  });
});

function link(url: string, text: string): string {
  return `<a href="${url}" rel="nofollow ugc">${text}</a>`;
}
