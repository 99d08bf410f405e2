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
