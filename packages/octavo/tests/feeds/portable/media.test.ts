import { describe, expect, test } from 'vitest';
import { fromHtml, fromMarkdown, PAGE } from './portable.ts';

describe('a picture', () => {
  test.each([
    [
      'has whole addresses',
      '<img src="/a.png" alt="A">',
      '<img src="https://example.com/a.png" alt="A">',
    ],
    [
      'has its size',
      '<img src="/a.png" alt="A" width="20" height="10">',
      '<img src="https://example.com/a.png" alt="A" width="20" height="10">',
    ],
    [
      'is one file',
      '<img src="/a.png" srcset="/b.png 2x" sizes="9rem" alt="A">',
      '<img src="https://example.com/a.png" alt="A">',
    ],
    [
      'says not how it is loaded',
      '<img src="/a.png" alt="A" loading="lazy" decoding="async" fetchpriority="high">',
      '<img src="https://example.com/a.png" alt="A">',
    ],
    [
      'is of the format that all know',
      '<picture><source srcset="/a.avif" type="image/avif"><img src="/a.png" alt="A"></picture>',
      '<img src="https://example.com/a.png" alt="A">',
    ],
    [
      'has an alternative, be it empty',
      '<img src="/a.png">',
      '<img src="https://example.com/a.png" alt="">',
    ],
    [
      'may be the first of several',
      '<img srcset="/a.png 1x, /b.png 2x" alt="A">',
      '<img src="https://example.com/a.png" alt="A">',
    ],
    [
      'may be data',
      '<img src="data:image/png;base64,AA==" alt="A">',
      '<img src="data:image/png;base64,AA==" alt="A">',
    ],
    ['that has no file is its text', '<p><img alt="A">b</p>', '<p>Ab</p>'],
    ['that leads nowhere is its text', '<p><img src="http://[" alt="A">b</p>', '<p>Ab</p>'],
    [
      'with links in it has them below',
      '<img src="/a.png" alt="A" usemap="#m"><map name="m"><area href="/b/" alt="B"></map>',
      '<img src="https://example.com/a.png" alt="A"><a href="https://example.com/b/">B</a>',
    ],
  ])('%s', (_, html, expected) => {
    expect(fromHtml(html)).toBe(expected);
  });

  test('keeps its caption and where it leads', async () => {
    expect(
      await fromMarkdown('[![A](https://example.org/a.png "B & c")](https://example.org/)'),
    ).toBe(
      '<figure><a href="https://example.org/"><img src="https://example.org/a.png" alt="A"></a><figcaption>B &amp; c</figcaption></figure>',
    );
  });
});

describe('a video or a sound', () => {
  test.each([
    [
      'has controls and a link',
      '<video src="/a.mp4"></video>',
      '<video src="https://example.com/a.mp4" controls><a href="https://example.com/a.mp4">a.mp4</a></video>',
    ],
    [
      'does not begin to play',
      '<audio src="/a.mp3" autoplay preload="auto"></audio>',
      '<audio src="https://example.com/a.mp3" controls><a href="https://example.com/a.mp3">a.mp3</a></audio>',
    ],
    [
      'keeps a link that it has',
      '<video src="/a.mp4" poster="/b.png"><a href="/a.mp4">A film</a></video>',
      '<video src="https://example.com/a.mp4" poster="https://example.com/b.png" controls><a href="https://example.com/a.mp4">A film</a></video>',
    ],
    [
      'has a link for one that is empty',
      '<video src="/a.mp4"><a href="/a.mp4"></a></video>',
      '<video src="https://example.com/a.mp4" controls><a href="https://example.com/a.mp4">a.mp4</a></video>',
    ],
    [
      'has a link to the first of its sources',
      '<video><source src="/a.webm" type="video/webm"><source src="/a.mp4"><track src="/a.vtt" kind="captions" srclang="en" label="English"></video>',
      '<video controls><source src="https://example.com/a.webm" type="video/webm"><source src="https://example.com/a.mp4"><track src="https://example.com/a.vtt" kind="captions" srclang="en" label="English"><a href="https://example.com/a.webm">a.webm</a></video>',
    ],
  ])('%s', (_, html, expected) => {
    expect(fromHtml(html)).toBe(expected);
  });

  test('from elsewhere is linked by the name that it was given', async () => {
    expect(await fromMarkdown('Of [a film](https://youtu.be/a).\n\nhttps://vimeo.com/1')).toBe(
      '<p>Of <a href="https://youtu.be/a">a film</a>.</p>\n<p><a href="https://vimeo.com/1">Video on Vimeo</a></p>',
    );
  });
});

describe('in the place of', () => {
  test.each([
    [
      'a frame',
      'is a link',
      '<iframe src="//www.youtube.com/embed/a"></iframe>',
      '<p><a href="https://www.youtube.com/embed/a">www.youtube.com</a></p>',
    ],
    [
      'a frame',
      'is its title',
      '<iframe src="https://example.org/" title="A map"></iframe>',
      '<p><a href="https://example.org/">A map</a></p>',
    ],
    [
      'a frame in a line',
      'is a link in it',
      '<p>a <iframe src="https://example.org/" title="b"></iframe></p>',
      '<p>a <a href="https://example.org/">b</a></p>',
    ],
    [
      'a frame of the article’s own',
      'is a link to that',
      '<h2 id="a">b</h2><iframe srcdoc="c"></iframe>',
      `<h2>b</h2><p><a href="${PAGE}#a">See it in the article</a></p>`,
    ],
    ['an object', 'is what it says', '<object data="/a.pdf"><p>b</p></object>', '<p>b</p>'],
    [
      'a silent object',
      'is its file',
      '<object data="/x/a.pdf"></object>',
      '<p><a href="https://example.com/x/a.pdf">a.pdf</a></p>',
    ],
    [
      'an embedded thing',
      'is its file',
      '<embed src="/a.pdf">',
      '<p><a href="https://example.com/a.pdf">a.pdf</a></p>',
    ],
    [
      'a form',
      'is its text, and where it is',
      '<form action="/x"><p>a <input></p><button>b</button></form>',
      `<p>a </p><p><a href="${PAGE}">See it in the article</a></p>`,
    ],
  ])('%s %s', (_, __, html, expected) => {
    expect(fromHtml(html)).toBe(expected);
  });
});

describe('an island', () => {
  test.each([
    [
      'is what the server rendered',
      '<style>a{}</style><script>b()</script><astro-island uid="a" component-url="/_astro/a.js"><p>c <!-- -->1</p><template>d</template><!--astro:end--></astro-island>',
      '<p>c 1</p>',
    ],
    ['has its slots', '<astro-island><b><astro-slot>c</astro-slot></b></astro-island>', '<b>c</b>'],
    [
      'is a link to it where the server rendered nothing',
      '<h2 id="a">b</h2><astro-island client="only"></astro-island>',
      `<h2>b</h2><p><a href="${PAGE}#a">See it in the article</a></p>`,
    ],
    [
      'is a link to it where readers take all of it out',
      '<astro-island><div><button>c</button></div></astro-island>',
      `<p><a href="${PAGE}">See it in the article</a></p>`,
    ],
  ])('%s', (_, html, expected) => {
    expect(fromHtml(html)).toBe(expected);
  });
});
