import { crc32 } from 'node:zlib';

/** A segment of a JPEG, a chunk of a PNG or WebP. */
export interface Part {
  /** The type of a chunk; the marker of a segment in hexadecimal. */
  name: string;
  /** With its header; the first part is the signature of the file. */
  bytes: Buffer;
}

export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** The readers of the formats, each with the bytes that a file of it starts with. */
const FORMATS: [format: PictureFormat, signature: RegExp, read: (file: Buffer) => Part[]][] = [
  ['jpeg', /^\xff\xd8/, jpegParts],
  ['png', /^\x89PNG\r\n\x1a\n/, pngParts],
  ['webp', /^RIFF[^]{4}WEBP/, webpParts],
];

/**
 * Returns the parts of a JPEG, PNG or WebP, without the bytes behind its end, none of a file that is
 * cut off or damaged; `undefined` for other formats.
 */
export function readParts(file: Buffer): { format: PictureFormat; parts?: Part[] } | undefined {
  const start = file.toString('latin1', 0, 12);
  const [format, , read] = FORMATS.find(([, signature]) => signature.test(start)) ?? [];
  if (!format || !read) return undefined;
  try {
    return { format, parts: read(file) };
  } catch {
    return { format };
  }
}

/** True for a GIF, PNG, WebP or AVIF of several frames. */
export function isAnimated(file: Buffer): boolean {
  const parts = readParts(file)?.parts;
  if (parts) return parts.some(({ name }) => name === 'acTL' || name === 'ANIM');
  const text = file.toString('latin1');
  // Each frame of a GIF has a graphic control extension; AVIF names the brand of a sequence.
  const frames = text.match(/!\xf9\x04[^]{4}\0(?=[,!])/g) ?? [];
  return text.startsWith('ftypavis', 4) || (text.startsWith('GIF8') && frames.length > 1);
}

const [END_OF_IMAGE, START_OF_SCAN] = ['d9', 'da'];

/** Source: ITU-T T.81, annex B. */
function jpegParts(file: Buffer): Part[] {
  const parts = [{ name: 'signature', bytes: file.subarray(0, 2) }];
  for (let at = 2; parts.at(-1)!.name !== END_OF_IMAGE;) {
    // Some writers leave bytes before a marker, which readers skip.
    while (file.readUInt8(at) !== 0xff) at++;
    const name = file.readUInt8(at + 1).toString(16);
    // A marker may follow fill bytes.
    let end = at + (name === 'ff' ? 1 : 2);
    if (name !== 'ff' && name !== END_OF_IMAGE) end += file.readUInt16BE(at + 2);
    if (name === START_OF_SCAN) end = endOfScan(file, end);
    parts.push({ name, bytes: file.subarray(at, end) });
    at = end;
  }
  return parts;
}

/** Returns the offset of the first marker behind compressed data, except those of restarts. */
function endOfScan(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start);
  while (at !== -1 && isInScan(file[at + 1]!)) at = file.indexOf(0xff, at + 2);
  return at === -1 ? file.length : at;
}

/** True behind 0xff for an escaped 0xff and for a restart. */
function isInScan(byte: number): boolean {
  return byte === 0 || (byte >= 0xd0 && byte <= 0xd7);
}

/** Source: https://www.w3.org/TR/png-3/#5Chunk-layout */
function pngParts(file: Buffer): Part[] {
  const parts = [{ name: 'signature', bytes: file.subarray(0, 8) }];
  for (let at = 8; parts.at(-1)!.name !== 'IEND';) {
    const end = at + 12 + file.readUInt32BE(at);
    if (file.readUInt32BE(end - 4) !== crc32(file.subarray(at + 4, end - 4)))
      throw new RangeError('wrong checksum');
    const name = file.toString('latin1', at + 4, at + 8);
    parts.push({ name, bytes: file.subarray(at, end) });
    at = end;
  }
  return parts;
}

/** Source: RFC 9649 */
function webpParts(file: Buffer): Part[] {
  const parts = [{ name: 'signature', bytes: file.subarray(0, 12) }];
  const size = 8 + file.readUInt32LE(4);
  for (let at = 12; at < size;) {
    const length = file.readUInt32LE(at + 4);
    if (at + 8 + length > file.length) throw new RangeError('chunk is cut off');
    // Chunks are padded to an even length.
    const end = at + 8 + length + (length % 2);
    parts.push({ name: file.toString('latin1', at, at + 4), bytes: file.subarray(at, end) });
    at = end;
  }
  return parts;
}
