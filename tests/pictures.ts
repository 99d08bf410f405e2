import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** Returns a PNG of one colour. */
export function png(width: number, height: number, background = '#a3291c'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Returns a JPEG of one colour. */
export function jpeg(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#22313f' } })
    .jpeg()
    .toBuffer();
}

/** Returns an APNG with one frame. */
export async function animatedPng(width: number, height: number): Promise<Buffer> {
  const file = await png(width, height);
  const control = Buffer.from('000000086163544c0000000100000000', 'hex');
  const chunk = Buffer.concat([control, Buffer.alloc(4)]);
  chunk.writeUInt32BE(crc32(control.subarray(4)), control.length);
  // Behind the signature and the header.
  return Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)]);
}

/** Returns a GIF of two frames, one black and one white. */
export function animation(width: number, height: number): Promise<Buffer> {
  const frame = (value: number) => Buffer.alloc(width * height * 3, value);
  return sharp(Buffer.concat([frame(0), frame(255)]), {
    raw: { width, height: height * 2, channels: 3, pageHeight: height },
  })
    .gif({ delay: [300, 300] })
    .toBuffer();
}

export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="400" height="100" fill="#0a5c8f"/></svg>';

/** Returns a sound of silence: a WAV of a tenth of a second. */
export function silence(): Buffer {
  const samples = 800;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** The first bytes of an MP4, which is all that a test of its address needs. */
export const MP4 = Buffer.from('0000001866747970697366730000020069736f6d69736f32', 'hex');

/** Returns a photo of noise with all kinds of metadata, a position among them. */
export async function photo(
  format: 'jpeg' | 'png' | 'webp' | 'avif',
  orientation: number,
): Promise<Buffer> {
  const [width, height] = [64, 48];
  const noise = Buffer.from(
    Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) % 251),
  );
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="51,30N"/></r:RDF></x:xmpmeta>';
  const file = await sharp(noise, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Orientation: String(orientation), Artist: 'Somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withXmp(xmp)
    [format]()
    .toBuffer();
  if (format !== 'jpeg') return file;
  const comment = Buffer.from('\xff\xfe\0\x0bA comment', 'latin1');
  return Buffer.concat([file.subarray(0, 2), comment, file.subarray(2), Buffer.from('trailer')]);
}
