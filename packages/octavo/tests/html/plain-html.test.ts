import { htmlToHast, type HastNode } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/words/excerpt.ts';
import { readPlainHtml } from '../../src/html/plain-html.ts';

/** What is read of the text of HTML, by a parser of all of it. */
const parsed = (html: string) => readArticle(htmlToHast(html, { fragment: true }));

describe('plain HTML has the text that a parser finds', () => {
  test.each([
    ['paragraphs', '<p>One <em>two</em> &amp; &lt;three&gt; &quot;four&quot;</p>\n<p>Five</p>'],
    ['what is void', '<p>One<br>two</p><hr><p><img src="a.png" alt="not text"></p>'],
    ['a comment', '<p>One</p><!--more--><p>Two</p>'],
    ['a heading', '<h2 id="a"><a href="#a">One</a></h2>'],
    [
      'code',
      '<div class="code wrap"><pre tabindex="0"><code>a <span class="k">b</span></code></pre><button type="button" class="copy">Copy</button></div>',
    ],
    [
      'a title of code',
      '<figure class="code"><figcaption>a.ts</figcaption><pre><code>b</code></pre></figure>',
    ],
    [
      'a table',
      '<div class="table" role="group"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
    ],
    [
      'tasks',
      '<ul><li class="task-list-item"><label><input type="checkbox" disabled> a</label></li></ul>',
    ],
    [
      'a callout',
      '<div class="callout tip" role="note"><p class="callout-title"><strong>Tip</strong></p><p>a</p></div>',
    ],
    [
      'what is hidden',
      '<p>a<span hidden aria-hidden="true">b</span><i aria-hidden="true">c</i><span class="sr-only">d</span></p>',
    ],
    [
      'footnotes',
      '<p>a<sup><a href="#x" data-footnote-ref>1</a></sup></p><section data-footnotes class="footnotes"><ol><li id="x"><p>b <a href="#y" data-footnote-backref>c</a></p></li></ol></section>',
    ],
    ['colours beside each other', '<p><span class="k">a</span><span class="s">&quot;b</span>c</p>'],
    [
      'values that look like attributes',
      '<p><a href="x" title="a hidden class=&quot;code&quot; b">c</a></p>',
    ],
  ])('%s', (_, html) => {
    const tree = readPlainHtml(html);
    expect(tree).toBeDefined();
    expect(readArticle(tree as HastNode)).toEqual(parsed(html));
  });
});

describe('HTML that a parser may read in another way is left to it', () => {
  test.each([
    ['an element that is not closed', '<p>a'],
    ['one that is closed too late', '<em><strong>a</em></strong>'],
    ['a block in a paragraph', '<p>a<div>b</div></p>'],
    ['a paragraph in a paragraph', '<p>a<span><p>b</p></span></p>'],
    ['a link in a link', '<a href="a">a<b><a href="b">b</a></b></a>'],
    ['a reference that is not known', '<p>a&nbsp;b &copy; &c</p>'],
    ['a reference that is called like what every object has', '<p>&constructor;</p>'],
    ['a reference in two parts', '<p>&am<span class="k">p;</span></p>'],
    ['a part of a table elsewhere', '<div><tr><td>a</td></tr></div>'],
    ['a table without a body', '<table><tr><td>a</td></tr></table>'],
    ['a text in a table', '<table>a<tbody><tr><td>b</td></tr></tbody></table>'],
    ['an item in an item', '<ul><li>a<li>b</li></li></ul>'],
    ['a line end that begins a block of code', '<pre>\na</pre>'],
    ['a line end of Windows', '<p>a\r\nb</p>'],
    ['a comment that ends where it begins', '<!-->a<!-- b -->'],
    ['an attribute twice', '<p id="a" id="b">c</p>'],
    ['a number that is written otherwise', '<ol start="03"><li>a</li></ol>'],
    ['a flag with a value', '<details open="false">a</details>'],
    ['what has rules of its own', '<p><math><mi>x</mi></math></p>'],
    ['a script', '<script>"<p>"</script>'],
    ['an element of the author’s', '<center>a</center>'],
    ['a tag that is none', '<p>a < b</p>'],
    ['an attribute without quotes', '<p class=a>b</p>'],
    ['a comment that is not closed', '<p>a</p><!-- b'],
    ['an end without a beginning', 'a</p>'],
  ])('%s', (_, html) => {
    expect(readPlainHtml(html)).toBeUndefined();
  });
});
