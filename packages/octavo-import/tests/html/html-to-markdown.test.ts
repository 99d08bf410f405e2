import { describe, expect, test } from 'vitest';
import { htmlToMarkdown, readTree } from '../../src/html/html-to-markdown.ts';

describe('htmlToMarkdown', () => {
  test.each([
    ['<p>A <strong>bold </strong>word</p>', 'A **bold** word'],
    ['<p><b>a<strong> b</strong></b> <i> </i>c</p>', '**a b** c'],
    ['<p>see http://x.example/a_b.</p>', 'see <http://x.example/a_b>.'],
    ['<p>See www.[host].example</p>', 'See www.\\[host].example'],
    ['<p>See http://[www.x.example]/ there</p>', 'See `http://[www.x.example]/` there'],
    ['<p>See http://x].example/a?b=[c]</p>', 'See `http://x].example/a?b=[c]`'],
    [
      '<p><a href="#n" id="r">1</a></p><ol><li id="n">Note <a href="#r">up</a></li></ol>',
      '<a id="r"></a>[1](#n)\n\n1. <a id="n"></a>Note [up](#r)',
    ],
    ['<p>H<sub>2</sub>O, <kbd>Esc</kbd></p>', 'H<sub>2</sub>O, <kbd>Esc</kbd>'],
    ['<p><abbr title="Seriously">srsly</abbr></p>', '<abbr title="Seriously">srsly</abbr>'],
    ['<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>', '- a\n  - b\n  - c'],
    ['<ul><li>x<sup>2</sup></li></ul>', '- x<sup>2</sup>'],
    ['<h2 id="own">A heading</h2>', '## A heading {#own}'],
    [
      '<p>A</p><script src="b.js"></script><script>c()</script>',
      'A\n\n<script src="b.js"></script>',
    ],
    ['<table><tr><th>A</th></tr><tr></tr><tr><td>b</td></tr></table>', '| A |\n| - |\n| b |'],
    ['<h2 id="own"><pre>a &lt;b&gt;\n</pre></h2>', '## `a <b>` {#own}'],
    [
      '<table><tr><th>A</th></tr><tr><td><pre>a\n  b</pre></td></tr></table>',
      '<table><tbody><tr><th>A</th></tr><tr><td><pre>a\n  b</pre></td></tr></tbody></table>',
    ],
    [
      '<table style="width: 9px"><tr><td><ul><li>a</li></ul></td></tr></table>',
      '<table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table>',
    ],
    [
      '<table><tr><th style="text-align: center">a</th><th class="has-text-align-right">b</th><th align="left">c</th></tr></table>',
      '| a | b | c |\n| :-: | -: | :- |',
    ],
    ['<table><tr><th><pre>a</pre></th></tr></table>', '| `a` |\n| - |'],
    ['<details><pre>a\n\n\nb</pre></details>', '<details><pre>a&#10;&#10;\nb</pre></details>'],
    ['<p><!--x--> <em>a</em></p>', '<!--x-->\n\n_a_'],
    ['<p>a<br><kbd>b</kbd><br>c</p>', 'a<br><kbd>b</kbd>\\\nc'],
    ['<strong><p>a</p><ul><li>b</li></ul></strong>', '**a**\n\n- **b**'],
    ['<p><a name="top"><b>a</b></a></p>', '<a id="top"></a>**a**'],
    ['<a name="top"><p>a</p><p>b</p></a>', '<a id="top"></a>a\n\nb'],
    ['<p><img src="/x_1-30x20.png" alt="X" title="x_1"></p>', '![X](/x_1-30x20.png)'],
    ['<p><img src="/x.png" alt="X" title="Y"></p>', '![X](/x.png "Y")'],
    ['<p><a name="top"></a>Text</p>', '<a id="top"></a>Text'],
    ['<p><img src="/x.png" alt="An X"></p>', '![An X](/x.png)'],
    ['<p><img src="/x.png"></p>', '![](/x.png "decorative")'],
    [
      '<figure><img src="/x.png"><figcaption>An <i>X</i></figcaption></figure>',
      '![An X](/x.png "An X")',
    ],
    [
      '<figure><img src="/x.png" alt="X"><figcaption>By <a href="/a/">A</a></figcaption></figure>',
      '![X](/x.png)\n\nBy [A](/a/)',
    ],
    ['<pre lang="php"><code>&lt;?php\n\n1;\n</code></pre>', '```php\n<?php\n\n1;\n```'],
    ['<pre class="brush: jscript; notranslate">a</pre>', '```js\na\n```'],
    ['<pre><code class="language-text">a</code></pre>', '```\na\n```'],
    ['<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', '| a |\n| - |\n| b |'],
    ['<p>a</p><!--more--><p>b</p>', 'a\n\n<!--more-->\n\nb'],
    ['<dl><dt>a</dt>\n\n<dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ])('writes %s', (html, markdown) => {
    expect(htmlToMarkdown(readTree(html)).trim()).toBe(markdown);
  });
});
