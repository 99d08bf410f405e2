import { htmlToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/markdown/tree.ts';
import { render } from '../helpers.ts';

const excerptOf = async (markdown: string) => (await render(markdown)).text.automatic;

describe('the HTML of an excerpt', () => {
  test.each([
    ['headings run in', '## One\n\nTwo.\n\n### *Three*', '<b>One</b> Two. <b><em>Three</em></b>'],
    ['items apart', '- a\n- b\n\nc', '<span class="item">a</span> <span class="item">b</span> c'],
    [
      'items of items within them',
      '- a\n  - b',
      '<span class="item">a <span class="item">b</span></span>',
    ],
    [
      'code, emphasis and strong words',
      '`a` *b* **c** d',
      '<code>a</code> <em>b</em> <strong>c</strong> d',
    ],
    ['code as code', '`<b>` & "c"', '<code>&lt;b&gt;</code> &amp; “c”'],
    ['struck, raised and lowered words', '~~a~~ x<sup>2</sup>', '<del>a</del> x<sup>2</sup>'],
    ['a link as its text', '[a `b`](https://example.com) c', 'a <code>b</code> c'],
    ['no attributes', '<em id="a" class="b">c</em>', '<em>c</em>'],
    ['no picture', '*![A](https://example.com/x.png)* b', undefined],
    ['no mark of a footnote', '*a*[^1] b\n\n[^1]: c', '<em>a</em> b'],
    ['spaces outside of elements', 'a<em> b </em> c', 'a <em>b</em> c'],
    ['no space between Chinese characters', '中文\n*强调*\n文字', '中文<em>强调</em>文字'],
    [
      'elements that the mark cuts',
      '- *a <!--more--> b*',
      '<span class="item"><em>a</em></span>',
      true,
    ],
    ['nothing but text where there is nothing else', 'a & b', undefined],
  ])('has %s', async (_, markdown, html, isCut = false) => {
    const { automatic, beforeMore } = (await render(markdown)).text;
    const excerpt = isCut ? beforeMore! : automatic;
    expect(excerpt.html).toBe(html);
    if (html !== undefined) expect(textOf(htmlToHast(html, { fragment: true }))).toBe(excerpt.text);
  });
});

describe('a description has after a heading', () => {
  test.each([
    ['a full stop', '# One\n\nTwo\n\n## Three', 'One. Two Three.'],
    ['nothing but its question mark', '# Why?\n\nSo.', undefined],
    ['nothing but the dots in its quotation', '# "Well..."\n\nSo.', undefined],
    ['a full stop behind brackets', '# One (two)\n\nSo.', 'One (two). So.'],
    ['a full stop of its script', '# 見出し\n\n本文。', '見出し。 本文。'],
    ['nothing where it has no text', '# ![A](https://example.com/x.png)\n\nSo.', undefined],
  ])('%s', async (_, markdown, description) => {
    expect((await excerptOf(markdown)).description).toBe(description);
  });
});
