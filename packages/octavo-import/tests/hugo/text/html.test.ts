import { describe, expect, test } from 'vitest';
import { convert, diagnostics } from './text-context.ts';

describe('raw HTML where it is on (unsafe)', () => {
  test.each([
    ['<p>a</p>', '<p>a</p>'],
    [
      '<iframe src="https://www.youtube.com/embed/abc"></iframe>',
      '<https://www.youtube.com/watch?v=abc>',
    ],
    [
      '<iframe width="5" src="//www.youtube-nocookie.com/embed/abc?start=12&amp;rel=0" title="T"></iframe>',
      '[T](https://www.youtube.com/watch?v=abc&t=12)',
    ],
    ['<iframe src="https://player.vimeo.com/video/12?h=x"></iframe>', '<https://vimeo.com/12>'],
    [
      '<div class="v">\n<iframe src="https://www.youtube.com/embed/abc"></iframe>\n</div>',
      '<div class="v">\n\n\n<https://www.youtube.com/watch?v=abc>\n\n\n</div>',
    ],
    [
      'a <iframe src="https://www.youtube.com/embed/abc"></iframe> b',
      'a <https://www.youtube.com/watch?v=abc> b',
    ],
    ['<script src="https://gist.github.com/me/12.js"></script>', '<https://gist.github.com/me/12>'],
    ['<video src="a.mp4" controls title="T"></video>', '![T](./a.mp4)'],
    ['<video controls><source src="a.webm" type="video/webm">No video.</video>', '![a](./a.webm)'],
    ['<script src="/a.js"></script>', '<script src="/a.js"></script>'],
    ['<iframe src="//x.example/a?b=1"></iframe>', '[x.example](https://x.example/a?b=1)'],
    ['<iframe src="https://x.example/" title="Slides"></iframe>', '[Slides](https://x.example/)'],
    ['<iframe src="/posts/b/"></iframe>', '[/posts/b/](./b.md)'],
    [
      '<object type="image/svg+xml" data="/img/a.svg"><img src="/img/a.png" alt="A"></object>',
      '![A](./a.svg)',
    ],
    ["<object data='/img/a.svg' width='100%'></object>", '![](./a.svg "decorative")'],
    ['<embed src="/img/a.svg" title="A">', '![A](./a.svg)'],
    ['<iframe src="about:blank"></iframe>', '<iframe src="about:blank"></iframe>'],
    ['<script src="https://asciinema.org/a/12.js"></script>', '<https://asciinema.org/a/12>'],
    [
      '<script data-id="1a" src="//speakerdeck.com/assets/embed.js"></script>',
      '<https://speakerdeck.com/player/1a>',
    ],
    ['<img src="img/a.png" alt="A">', '<img src="./a.png" alt="A">'],
    [
      '<picture><source srcset="\nhttps://x.example/a.webp 2x,\nimg/b.webp 1x"></picture>',
      '<picture><source srcset="\nhttps://x.example/a.webp 2x,\n./b.webp 1x"></picture>',
    ],
    ["a <a href='/posts/b/#c'>b</a>", "a <a href='./b.md#c'>b</a>"],
    [
      "<IFRAME title='a > b' SRC='https://www.youtube.com/embed/abc'><p>c</p></IFRAME>",
      '[a \\> b](https://www.youtube.com/watch?v=abc)',
    ],
    ['<iframe src="https://player.vimeo.com/video/12" />\nb', '\n\n<https://vimeo.com/12>\n\n\nb'],
    [
      '<script async src=https://gist.github.com/me/12.js?file=a></script>',
      '<https://gist.github.com/me/12>',
    ],
    ['<video title="a > b" src="a.mp4"><p>c</p></video>', '![a \\> b](./a.mp4)'],
    [
      '<video src="a.mp4"><track src="a.vtt"></video>',
      '<video src="./a.mp4"><track src="./a.vtt"></video>',
    ],
    [
      '<p title="<"><IMG title="a > b" SRC=img/a.png></p>',
      '<p title="<"><IMG alt="" title="a > b" SRC=./a.png></p>',
    ],
    ["<img title='a > b' alt='A' src='img/a.png'>", "<img title='a > b' alt='A' src='./a.png'>"],
    ['<pre title="<img>">a</pre>', '<pre title="<img>">a</pre>'],
    [
      '<p>a</p><!-- <iframe src="https://www.youtube.com/embed/abc"></iframe> -->',
      '<p>a</p><!-- <iframe src="https://www.youtube.com/embed/abc"></iframe> -->',
    ],
    [
      '<!-- <iframe src="https://www.youtube.com/embed/abc"> -->',
      '<!-- <iframe src="https://www.youtube.com/embed/abc"> -->',
    ],
  ])('%j', (body, expected) => {
    expect(convert(body).text).toBe(expected);
  });

  test('HTML that the policy blocks is reported once in a text', () => {
    const body =
      '<p style="x" onclick="y">a</p>\n\n<p style="z">\n\n<iframe src="about:blank"></iframe>\n\n<script>a</script>\n\n<style>b</style>';
    expect(diagnostics(body)).toEqual([
      '1:1 warning HTML: a style attribute has no effect under the policy of the site',
      '1:1 warning HTML: a handler in an attribute never runs under the policy of the site',
      '5:1 warning HTML: a frame is removed, since the security policy blocks it; write a link',
      '7:1 warning HTML: a script in a text is not imported',
      '9:1 warning HTML: a style element in a text is not imported',
    ]);
  });

  test('only an attribute or element is reported that HTML has', () => {
    expect(diagnostics('<p title="<style> a > b style=">a</p><!-- <object> -->')).toEqual([]);
    expect(diagnostics('<p title="a > b" STYLE=x>a</p>')).toHaveLength(1);
  });
});

describe('raw HTML where it is off', () => {
  const unsafe = { unsafe: false };

  test.each([
    ['a <b>b</b> c', 'a b c'],
    ['a<br>b', 'ab'],
    ['www.a.example<b>"</b>, b', 'www.a.example<!-- -->"<!-- -->, b'],
    ['www.a.example <b>b</b>', 'www.a.example b'],
    ['[^<i class="x y">a</i>b]', '[^<!-- -->a<!-- -->b]'],
    ['a\n\n<div>b</div>\n\nc', 'a\n\n\n\nc'],
    ['a <!-- b --> c\n\n<!--more-->', 'a <!-- b --> c\n\n<!--more-->'],
    ['<https://x.y/> `<b>`', '<https://x.y/> `<b>`'],
    [
      '{{< details "A" >}}\n<p>b</p>\n{{< /details >}}\n\n<p>c</p>',
      '<details>\n<summary>A</summary>\n\n<p>b</p>\n\n</details>\n\n',
    ],
  ])('%j', (body, expected) => {
    expect(convert(body, unsafe).text).toBe(expected);
  });

  test('is reported', () => {
    expect(diagnostics('a <b>b</b>\n\n<div>c</div>', unsafe)).toEqual([
      '1:3 info HTML: tags within a line skipped, as Hugo does (unsafe is off); their text stays',
      '3:1 warning HTML: block skipped, as in Hugo (unsafe is off)',
    ]);
  });
});
