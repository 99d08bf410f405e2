import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { hasGps, withoutMetadata } from '../../../src/markdown/pictures/picture-metadata.ts';
import { animation, jpeg, photo, png } from '../../../../../tests/pictures.ts';

describe.each(['jpeg', 'png', 'webp'] as const)('metadata of a %s', (format) => {
  test.each([1, 3, 6, 8])(
    'is removed, without a change of the picture: orientation %i',
    async (orientation) => {
      const before = await photo(format, orientation);
      const after = await withoutMetadata(before);
      expect([hasGps(before), hasGps(after)]).toEqual([true, false]);
      expect(after.length).toBeLessThan(before.length);
      for (const text of ['Somebody', 'xmpmeta', 'A comment', 'trailer'])
        expect(after.includes(text)).toBe(false);
      const [was, is] = [await sharp(before).metadata(), await sharp(after).metadata()];
      expect(is.orientation ?? 1).toBe(orientation);
      expect(is.icc).toEqual(was.icc);
      const pixels = (file: Buffer) => sharp(file).autoOrient().raw().toBuffer();
      expect((await pixels(after)).equals(await pixels(before))).toBe(true);
      expect((await withoutMetadata(after)).equals(after)).toBe(true);
    },
  );
});

test.each([
  ['a picture without metadata', jpeg(30, 20)],
  [
    'a progressive JPEG',
    sharp(await jpeg(30, 20))
      .jpeg({ progressive: true })
      .toBuffer(),
  ],
  ['a PNG', png(30, 20)],
  [
    'an animated WebP',
    animation(30, 20).then((gif) => sharp(gif, { animated: true }).webp().toBuffer()),
  ],
  ['a GIF', animation(30, 20)],
  ['a JPEG that is cut off', photo('jpeg', 1).then((file) => file.subarray(0, -40))],
  ['a text', Promise.resolve(Buffer.from('a text'))],
])('withoutMetadata returns the bytes of %s', async (_, file) => {
  expect((await withoutMetadata(await file)).equals(await file)).toBe(true);
});

test('metadata in an unknown segment of a JPEG is removed', async () => {
  const file = await photo('jpeg', 1);
  const exif = file.indexOf('\xff\xe1', 'latin1');
  file[exif + 1] = 0x02;
  expect(hasGps(await withoutMetadata(file))).toBe(false);
});

test('a picture whose orientation cannot be read is upright', async () => {
  const file = await photo('webp', 6);
  file.fill(0, file.indexOf('VP8 ') + 8, file.indexOf('VP8 ') + 40);
  await expect(sharp(file).metadata()).rejects.toThrow();
  expect(hasGps(await withoutMetadata(file))).toBe(false);
});

describe('a position', () => {
  test.each([
    ['in an AVIF', photo('avif', 1)],
    ['in the XMP of a GIF', Promise.resolve(Buffer.from('GIF89a exif:GPSLatitude="51,30N"'))],
    ['in a video', Promise.resolve(Buffer.from('ftyp com.apple.quicktime.location.ISO6709'))],
  ])('is found %s', async (_, file) => {
    expect(hasGps(await file)).toBe(true);
  });

  test('is not found where a camera has only noted the version of its tags', async () => {
    const file = sharp(await jpeg(9, 9)).withExif({ IFD3: { GPSVersionID: '2 3 0 0' } });
    expect(hasGps(await file.jpeg().toBuffer())).toBe(false);
  });
});
