import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { contentError, coverError, fileError } from '../../../src/markdown/pictures/file-error.ts';
import { animation, jpeg, MP4, photo, png, silence, SVG } from '../../../../../tests/pictures.ts';
import { folder } from '../../helpers.ts';

const POINTER = Buffer.from(
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
);
const ICO = Buffer.from('00000100010010100000010020000000', 'hex');
const HEIC = Buffer.from('000000186674797068656963000000006d696631686569630', 'hex');
const NONE = 'cannot be read as a picture; export it again as PNG, JPEG, WebP or AVIF';
const DAMAGED = 'is damaged or cut off; export it again';
const LFS = 'is a pointer of Git LFS; run git lfs pull';

/** Returns a file with one byte in its middle changed. */
function damaged(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  copy[copy.length >> 1]! ^= 0xff;
  return copy;
}

describe('the content of a file', async () => {
  test.each<[name: string, bytes: Buffer]>([
    ['a.png', await png(30, 20)],
    ['a.PNG', await png(30, 20)],
    ['a.jpg', await jpeg(30, 20)],
    ['a.jpg', await photo('jpeg', 6)],
    ['with-bytes-behind-its-end.jpg', Buffer.concat([await jpeg(30, 20), Buffer.alloc(99, 1)])],
    [
      'progressive.jpeg',
      await sharp(await jpeg(90, 80))
        .jpeg({ progressive: true })
        .toBuffer(),
    ],
    ['really-a-jpeg.png', await jpeg(30, 20)],
    ['a.webp', await photo('webp', 1)],
    ['a.avif', await photo('avif', 1)],
    ['a.gif', await animation(30, 20)],
    ['a.svg', Buffer.from(SVG)],
    ['a.svg', Buffer.from(`\uFEFF<?xml version="1.0"?>\n<!-- x -->${SVG}\n`)],
    ['prefixed.svg', Buffer.from('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>')],
    ['a.mp4', MP4],
    ['a.wav', silence()],
    ['a.csv', Buffer.from('')],
    ['a.csv', Buffer.from('a,b')],
  ])('is fine: %s', (name, bytes) => {
    expect(contentError(bytes, name)).toBeUndefined();
  });

  test.each<[name: string, bytes: Buffer, error: string]>([
    ['a.png', POINTER, LFS],
    ['a.svg', POINTER, LFS],
    ['a.mp4', POINTER, LFS],
    ['a.csv', POINTER, LFS],
    ['a.png', Buffer.from(''), 'is empty; export it again'],
    ['a.svg', Buffer.from(''), 'is empty; export it again'],
    ['a.mp3', Buffer.from(''), 'is empty; export it again'],
    ['a.png', Buffer.from('<html>404</html>'), NONE],
    ['a.jpg', ICO, NONE],
    ['a.jpg', HEIC, NONE],
    ['a.png', Buffer.from(SVG), NONE],
    ['a.png', Buffer.alloc(500), NONE],
    ['a.gif', Buffer.from('GIF'), NONE],
    ['a.png', (await png(300, 200)).subarray(0, 40), DAMAGED],
    ['a.png', damaged(await png(300, 200)), DAMAGED],
    ['a.png', Buffer.concat([Buffer.from('x'), (await png(9, 9)).subarray(1)]), DAMAGED],
    ['a.jpg', (await jpeg(300, 200)).subarray(0, -30), DAMAGED],
    ['a.webp', (await photo('webp', 1)).subarray(0, -30), DAMAGED],
    ['a.svg', Buffer.from(SVG.slice(0, -9)), 'is not valid XML (line 1); export it again'],
    ['a.svg', Buffer.from('no XML'), 'is not valid XML (line 1); export it again'],
    [
      'a.svg',
      Buffer.from('<svg viewBox="0 0 9 9"/>'),
      'is not an SVG; it must have xmlns="http://www.w3.org/2000/svg"',
    ],
  ])('has an error: %s, case %#', (name, bytes, error) => {
    expect(contentError(bytes, name)).toBe(error);
  });
});

test('a file is read again when it changes', async () => {
  const root = folder({ 'a.png': '' });
  const file = join(root, 'a.png');
  expect(fileError(file)).toContain('is empty');
  writeFileSync(file, await png(9, 9));
  utimesSync(file, 1, 1);
  expect(fileError(file)).toBeUndefined();
  rmSync(file);
  expect(fileError(file)).toBeUndefined();
});

test.each([
  ['a#b.png', 'x', 'has a ? or # in its name; rename the file'],
  ['a?b.png', 'x', 'has a ? or # in its name; rename the file'],
  ['.a.svg', SVG, 'begins with a dot, and some hosts do not publish such files; rename the file'],
  ['a.txt', 'x', NONE],
  ['a.mp4', 'x', NONE],
  ['without-size.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', NONE],
  ['a.svg', SVG, undefined],
])('a cover may be %s: %s, %s', (name, content, error) => {
  expect(coverError(join(folder({ [name]: content }), name))).toBe(error);
});
