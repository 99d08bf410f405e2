import { describe, expect, test } from 'vitest';
import { attachment, convert, imported, item } from './export.ts';

describe('a text of the classic editor', () => {
  test.each([
    ['One\nline\n\nTwo', 'One\\\nline\n\nTwo'],
    ['A <b>word</b>\n<ul>\n<li>x</li>\n</ul>\nAfter', 'A **word**\n\n- x\n\nAfter'],
    ['Start<!--more-->Rest', 'Start\n\n<!--more-->\n\nRest'],
    ['[code language="php"]\n<?php\n\n$a < 1;\n[/code]', '```php\n<?php\n\n$a < 1;\n```'],
    ['[php]&lt;?php\necho 1;[/php]', '```php\n<?php\necho 1;\n```'],
    ['Run [code]ls[/code] now', 'Run `ls` now'],
    [
      '[caption id="a" width="3"]<img src="/x.png" alt="X" /> An X[/caption]',
      '![X](/x.png "An X")',
    ],
    [
      '[caption]<a href="/b/"><img src="/x.png" alt="a > b" /></a> By <a href="/a/">A</a>[/caption]',
      '[![a > b](/x.png)](/b/)\n\nBy [A](/a/)',
    ],
    ['[embed]https://video.example/1[/embed]', '<https://video.example/1>'],
    ['[youtube https://www.youtube.com/watch?v=abc]', '<https://www.youtube.com/watch?v=abc>'],
    ['[contact-form-7 id="1"]', '<!-- [contact-form-7 id="1"] -->'],
    ['[note]<b>kept</b>[/note]', '<!-- [note] -->\n\n**kept**'],
    ['[column]\nkept\n[/column]', '<!-- [column] -->\n\nkept'],
    ['[button link="/a/"]Go[/button]', '[Go](/a/)'],
    [
      '<pre>[dev-dependencies]\n[x a="b"]y[/x]</pre>',
      '```\n[dev-dependencies]\n[x a="b"]y[/x]\n```',
    ],
    ['[code]\n<pre>\n[/code]\n\n[a-b]', '```\n<pre>\n```\n\n<!-- [a-b] -->'],
    ['One\n<u>two</u>', 'One<br><u>two</u>'],
    ['<font>a\n<p>b</p></font>\nc', 'a\n\nb\n\nc'],
    ['<b>a\n<blockquote>b</blockquote></b>', '**a**\n\n> **b**'],
    [
      '<object><param name="movie" value="http://www.youtube.com/v/a1&amp;hl=en"><embed src="http://www.youtube.com/v/a1"></object>',
      '<https://www.youtube.com/watch?v=a1>',
    ],
    ['<embed src="http://vimeo.com/moogaloop.swf?clip_id=7">', '<https://vimeo.com/7>'],
    ['He said [sic] that [1] costs $5 and $6', 'He said \\[sic] that \\[1] costs $5 and $6'],
    [
      'With $latex a_1 &lt; b^2&amp;s=2$ and $latex \\frac{1}{2} $, <code>$latex x$</code>, $5',
      'With $a_1 < b^2$ and $\\frac{1}{2}$, `$latex x$`, $5',
    ],
    ['A [[gallery]] of brackets', 'A \\[\\[gallery]] of brackets'],
  ])('%j is %j', (content, markdown) => {
    expect(convert(content)).toBe(markdown);
  });
});

describe('a text of the block editor', () => {
  test.each([
    ['<!-- wp:paragraph -->\n<p>Text</p>\n<!-- /wp:paragraph -->', 'Text'],
    [
      '<!-- wp:code --><pre class="wp-block-code"><code lang="css" class="language-css">a {\n}</code></pre><!-- /wp:code -->',
      '```css\na {\n}\n```',
    ],
    [
      '<!-- wp:embed {"url":"https://v.example/1"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://v.example/1\n</div></figure><!-- /wp:embed -->',
      '<https://v.example/1>',
    ],
    [
      '<!-- wp:syntaxhighlighter/code {"language":"jscript"} -->\n<pre>a</pre>\n<!-- /wp:syntaxhighlighter/code -->\n<pre>b</pre>',
      '```js\na\n```\n\n```\nb\n```',
    ],
    ['<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n<p>x</p>', '<!--more-->\n\nx'],
    ['<!-- wp:latest-posts {"n":5} /--><!-- wp:x --><p>x</p>', 'x'],
  ])('%j is %j', (content, markdown) => {
    expect(convert(content)).toBe(markdown);
  });

  test('has the block that others share, and its footnotes', () => {
    const shared = item(2, '<p>Shared</p>', '<wp:post_type>wp_block</wp:post_type>');
    const notes =
      '<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"id":"f","content":"A <em>note</em>"}]]]></wp:meta_value></wp:postmeta>';
    const text = '<!-- wp:block {"ref":2} /--><p>Text<sup data-fn="f"><a href="#f">1</a></sup></p>';
    const { files } = imported([item(1, text, notes), shared]);
    const post = files.find(({ path }) => path === 'src/content/posts/post-1.md');
    expect(post?.content).toContain('Shared\n\nText[^1]\n\n[^1]: A _note_\n');
  });
});

describe('a URL', () => {
  const files = { 'wp-content/uploads/2024/x.png': '', 'wp-content/uploads/2024/100%.png': '' };
  test.each([
    [
      'of a post',
      '<a href="https://old.example/2024/01/02/post-2/#part">b</a>',
      '[b](./post-2.md#part)',
    ],
    ['of a post by its id', '<a href="https://old.example/?p=2">b</a>', '[b](./post-2.md)'],
    ['of a category', '<a href="/?cat=5">b</a>', '[b](/tags/web-more/)'],
    ['of a month', '<a href="https://old.example/?m=202401">b</a>', '[b](/archive/)'],
    ['of its rest', '<a href="/?p=2&amp;a=1#more-2">b</a>', '[b](./post-2.md)'],
    ['of a post without a path', '<a href="/?p=4">b</a>', '[b](./post-4.md)'],
    ['of an attachment', '<a href="/?attachment_id=3">b</a>', '[b](./post-2.md)'],
    [
      'of another blog',
      '<a href="https://other.example/?p=2">b</a>',
      '[b](https://other.example/?p=2)',
    ],
    [
      'of a file',
      '<img src="https://www.old.example/wp-content/uploads/2024/x.png" alt="X">',
      '![X](/wp-content/uploads/2024/x.png)',
    ],
    [
      'of a file in another size',
      '<img src="/wp-content/uploads/2024/x-300x200.png" alt="X">',
      '![X](/wp-content/uploads/2024/x.png)',
    ],
    [
      'of a file on a network',
      '<img src="https://i0.wp.com/old.example/wp-content/uploads/2024/x.png?w=9" alt="X">',
      '![X](/wp-content/uploads/2024/x.png)',
    ],
    [
      'of a file that is missing',
      '<img src="https://old.example/wp-content/uploads/2024/y.png" alt="Y">',
      '![Y](https://old.example/wp-content/uploads/2024/y.png)',
    ],
    [
      'of a file whose name has a percent sign',
      '<img src="/wp-content/uploads/2024/100%.png" alt="All">',
      '![All](/wp-content/uploads/2024/100%25.png)',
    ],
    ['of pictures of a gallery', '[gallery ids="3"]', '![Post 3](/wp-content/uploads/2024/x.png)'],
  ])('%s leads where it led', (_, content, markdown) => {
    const plain = item(4, '', '<link>https://old.example/?p=4</link>');
    const category = '<category domain="category" nicename="web">Web &amp;amp; more</category>';
    const others = [item(2, '', category), attachment(3, 'x.png', 2), plain];
    expect(convert(content, others, files)).toBe(markdown);
  });
});
