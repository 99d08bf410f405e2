import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import {
  candidateWidths,
  markPicture,
  placePictures,
  type Picture,
  type PictureFiles,
} from '../../../src/markdown/pictures/picture-sizes.ts';

const files: PictureFiles = {
  address: (path) => `/${path}`,
  picture: async (path) => ({
    original: `/${path}`,
    src: `/s/${path}`,
    width: 800,
    height: 400,
    ...(path.endsWith('.png') && {
      set: { type: 'image/webp', srcset: '/400.webp 400w, /800.webp 800w' },
    }),
  }),
};

const mark = (picture: Partial<Picture>) =>
  toHtml({
    type: 'element',
    tagName: 'img',
    children: [],
    properties: markPicture({
      kind: 'image',
      path: 'a.svg',
      opens: false,
      plain: false,
      properties: { alt: 'A' },
      ...picture,
    }),
  });

const page = (html: string) => placePictures(html, files, 'page');
const feed = (html: string) => placePictures(html, files, 'feed');

const SIZES = 'sizes="(width < 38.5rem) calc(100vw - 2.5rem), 36rem"';

describe('on a page', () => {
  test('a picture has several widths beside its own format', async () => {
    expect(await page(mark({ path: 'a.png', opens: true }))).toBe(
      `<a href="/a.png"><picture><source type="image/webp" srcset="/400.webp 400w, /800.webp 800w" ${SIZES}>` +
        '<img src="/s/a.png" width="800" height="400" decoding="async" alt="A"></picture></a>',
    );
  });

  test('the first picture is loaded at once, the others when they are near', async () => {
    const html = await page(mark({ kind: 'audio', path: 'a.mp3' }) + mark({}) + mark({}));
    expect(html.match(/<img[^>]*>/g)?.map((img) => img.includes('loading="lazy"'))).toEqual([
      false,
      true,
    ]);
  });

  test('of two for the two themes, each is loaded when it is shown', async () => {
    const html = await page(mark({ dark: 'b.svg', properties: { alt: 'A', id: 'i', class: 'c' } }));
    expect(html).toBe(
      '<img src="/s/a.svg" width="800" height="400" loading="lazy" decoding="async" alt="A" id="i" class="c on-light">' +
        '<img src="/s/b.svg" width="800" height="400" loading="lazy" decoding="async" alt="A" class="c on-dark">',
    );
  });

  test('a picture has the width that its author gives it, and the height that goes with it', async () => {
    const html = await page(mark({ properties: { alt: 'A', width: '300' } }));
    expect(html).toContain('width="300" height="150"');
  });

  test('a picture of the author’s own element stays one', async () => {
    expect(await page(mark({ path: 'a.png', plain: true }))).not.toContain('<picture>');
  });

  test.each(['video', 'audio'] as const)('%s has controls, a name and a way out', async (kind) => {
    expect(await page(mark({ kind, path: 'a', properties: { alt: 'A "b"' } }))).toBe(
      `<${kind} controls preload="metadata" src="/a" aria-label="A &#x22;b&#x22;"><a href="/a">A "b"</a></${kind}>`,
    );
  });

  test.each([
    ['an apostrophe', "A's"],
    ['a sign of HTML', '> "quoted" <b>'],
    ['a dollar', '$& $1'],
    ['another script', '図'],
  ])('an alternative text keeps %s', async (_, alt) => {
    const html = await page(mark({ properties: { alt } }));
    expect(html).toContain(
      toHtml({ type: 'element', tagName: 'i', properties: { alt }, children: [] }).slice(3, -5),
    );
  });

  test('all else stays as it is', async () => {
    const html = '<p>&lt;img data-picture="x"> <img src="/a.png" alt=""></p>';
    expect(await page(html)).toBe(html);
  });
});

describe('in a feed', () => {
  test('a picture is one image of known size', async () => {
    expect(await feed(mark({ path: 'a.png', opens: true, dark: 'b.png' }))).toBe(
      '<a href="/a.png"><img src="/s/a.png" width="800" height="400" alt="A"></a>',
    );
  });
});

describe('a picture is made in widths', () => {
  test.each([
    [60, undefined, [60]],
    [480, undefined, [480]],
    [500, undefined, [500]],
    [900, undefined, [400, 900]],
    [4000, undefined, [400, 800, 1152]],
    [4000, 300, [300, 600]],
    [320, 300, [320]],
  ])('of %i pixels, in a place of %s: %j', (own, shown, widths) => {
    expect(candidateWidths(own, shown)).toEqual(widths);
  });
});
