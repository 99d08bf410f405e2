import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/markdown/pictures/picture-sizes.ts';
import { attribute, elements } from '../../../../../tests/html.ts';
import { found, render } from '../../helpers.ts';

const FILES = {
  'a.png': undefined,
  'a.dark.png': undefined,
  'b.png': undefined,
  'my pic.png': undefined,
  'größe.png': undefined,
  'c.mp4': undefined,
  'd.mp3': undefined,
  '../up.png': undefined,
  '../../../public/x.png': undefined,
};

/** Returns the pictures of a text as they are left for the page. */
async function pictures(markdown: string): Promise<Picture[]> {
  const { html, diagnostics } = await render(markdown, { files: FILES });
  expect(found(diagnostics)).toEqual([]);
  return elements(html, 'img').map(
    (img) => JSON.parse(decodeURIComponent(attribute(img, 'dataPicture')!)) as Picture,
  );
}

describe('a picture of the site is left to the page', () => {
  test.each([
    ['with ./', '![A](./b.png)', 'src/content/posts/b.png'],
    ['without ./', '![A](b.png)', 'src/content/posts/b.png'],
    ['with a space', '![A](<./my pic.png>)', 'src/content/posts/my pic.png'],
    ['with a space, encoded', '![A](./my%20pic.png)', 'src/content/posts/my pic.png'],
    ['with umlauts', '![A](./größe.png)', 'src/content/posts/größe.png'],
    ['above', '![A](../up.png)', 'src/content/up.png'],
    ['in public', '![A](/x.png)', 'public/x.png'],
    ['with a title', '![A](./b.png "T")', 'src/content/posts/b.png'],
    ['in a link', '[![A](./b.png)](https://example.com/)', 'src/content/posts/b.png'],
    ['by reference', '![A][a]\n\n[a]: ./b.png', 'src/content/posts/b.png'],
    ['in HTML', '<img src="./b.png" alt="A">', 'src/content/posts/b.png'],
    ['within a line', 'Text ![A](./b.png)', 'src/content/posts/b.png'],
  ])('%s', async (_, markdown, path) => {
    expect(await pictures(markdown)).toEqual([
      expect.objectContaining({
        kind: 'image',
        path,
        properties: expect.objectContaining({ alt: 'A' }),
      }),
    ]);
  });

  test('with the attributes that HTML gives it', async () => {
    const [picture] = await pictures('<img src="./b.png" alt="A" width="30" class="c" id="d">');
    expect(picture!.properties).toEqual({ alt: 'A', width: 30, className: ['c'], id: 'd' });
  });

  test('with its dark twin, where there is one', async () => {
    const [a, b] = await pictures('![A](./a.png) ![B](./b.png)');
    expect(a!.dark).toBe('src/content/posts/a.dark.png');
    expect(b!.dark).toBeUndefined();
  });

  test.each([
    ['a figure, and so leads to its full size', '![A](./b.png)', true],
    ['a line, and so leads nowhere', 'Text ![A](./b.png)', false],
    ['a link, which leads where it leads', '[![A](./b.png)](/)', false],
    ['a figure as decoration: a link would have no name', '![](./b.png "decorative")', false],
  ])('knows that it stands in %s', async (_, markdown, opens) => {
    expect((await pictures(markdown))[0]!.opens).toBe(opens);
  });

  test.each([
    ['a video', '![A](./c.mp4)', 'video', 'src/content/posts/c.mp4'],
    ['a sound', '![A](./d.mp3)', 'audio', 'src/content/posts/d.mp3'],
    [
      'a video elsewhere',
      '![A](https://example.org/c.webm)',
      'video',
      'https://example.org/c.webm',
    ],
    [
      'a sound with a query',
      '![A](https://b.c/d.ogg?e=f.png)',
      'audio',
      'https://b.c/d.ogg?e=f.png',
    ],
  ])('as %s', async (_, markdown, kind, path) => {
    expect(await pictures(markdown)).toEqual([expect.objectContaining({ kind, path })]);
  });

  test('stands as it is in a picture element of the author’s', async () => {
    const html = '<picture><source srcset="/x.webp"><img src="/x.png" alt="A"></picture>';
    expect((await pictures(html))[0]!.plain).toBe(true);
  });

  test('that is decoration has an empty alt and no title', async () => {
    const [picture] = await pictures('![](./b.png "decorative")');
    expect(picture!.properties).toEqual({ alt: '' });
  });
});

describe('a picture elsewhere is left where it is', () => {
  test.each(['https://example.com/nope.png', '//example.com/nope.png'])(
    '%s, and loaded when it is near',
    async (url) => {
      const { html, diagnostics } = await render(`![A](${url})`, { files: FILES });
      expect(diagnostics).toEqual([]);
      expect(html).toContain(`<img src="${url}" loading="lazy" decoding="async" alt="A">`);
    },
  );

  test('data', async () => {
    const url = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    const { html } = await render(`![A](${url})`);
    expect(html).toContain(`<img src="${url}" alt="A">`);
  });
});
