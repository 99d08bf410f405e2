import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { perFile } from './per-file.ts';
import { readParts, type Part, type PictureFormat } from './picture-parts.ts';

/** How a format keeps metadata. */
interface MetadataRules {
  /** True for a part that changes how the picture is shown. */
  isShown: (part: Part) => boolean;
  isExif: (part: Part) => boolean;
  /** Wraps an Exif block in a part. */
  exifPart: (exif: Buffer) => Buffer;
}

const textOf = ({ bytes }: Part) => bytes.toString('latin1', 4, 16);

const RULES: Record<PictureFormat, MetadataRules> = {
  jpeg: {
    // JFIF, the color profile and Adobe's color transform; no comment and no other application's.
    isShown: (part) =>
      /^(?:signature|[cd].|ff)$/.test(part.name) ||
      /^e0JFIF\0|^e2ICC_PROFILE|^eeAdobe/.test(part.name + textOf(part)),
    isExif: (part) => part.name === 'e1' && textOf(part).startsWith('Exif\0'),
    exifPart: (exif) => {
      const header = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
      header.writeUInt16BE(header.length - 2 + exif.length, 2);
      return Buffer.concat([header, exif]);
    },
  },
  png: {
    isShown: ({ name }) =>
      /^(?:signature|[A-Z].*|acTL|bKGD|cHRM|cICP|cLLI|fcTL|fdAT|gAMA|iCCP|mDCV|pHYs|sBIT|sRGB|tRNS)$/.test(
        name,
      ),
    isExif: ({ name }) => name === 'eXIf',
    exifPart: (exif) => {
      const chunk = Buffer.concat([Buffer.from('\0\0\0\0eXIf'), exif, Buffer.alloc(4)]);
      chunk.writeUInt32BE(exif.length);
      chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
      return chunk;
    },
  },
  webp: {
    isShown: ({ name }) => /^(?:signature|VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(name),
    isExif: ({ name }) => name === 'EXIF',
    exifPart: (exif) => {
      const header = Buffer.from('EXIF\0\0\0\0');
      header.writeUInt32LE(exif.length, 4);
      return Buffer.concat([header, exif]);
    },
  },
};

/**
 * Returns a JPEG, PNG or WebP without metadata, such as the position where it was taken; pixels,
 * color profile and orientation stay. Other files, and damaged ones, are returned as they are.
 */
export async function withoutMetadata(file: Buffer): Promise<Buffer> {
  const { format, parts } = readParts(file) ?? {};
  if (!format || !parts) return file;
  const { isShown, isExif, exifPart } = RULES[format];
  const exif = parts.some(isExif)
    ? orientationBlock((await metadataOf(file))?.orientation)
    : undefined;
  const kept = parts.flatMap((part) => {
    if (isExif(part)) return exif ? exifPart(exif) : [];
    return isShown(part) ? part.bytes : [];
  });
  const result = Buffer.concat(kept);
  if (format === 'webp') updateHeader(result, exif !== undefined);
  return result;
}

/** Returns the metadata of a picture; `undefined` for a format that sharp does not know. */
export async function metadataOf(picture: Buffer | string) {
  const { default: sharp } = await import('sharp');
  return sharp(picture)
    .metadata()
    .catch(() => undefined);
}

/** Returns an Exif block with the orientation alone; `undefined` for the upright one. */
function orientationBlock(orientation = 1): Buffer | undefined {
  if (orientation === 1) return undefined;
  // Big-endian TIFF; one entry: tag 0x0112, one short.
  return Buffer.from(`4d4d002a0000000800010112000300000001000${orientation}000000000000`, 'hex');
}

/** Sets the length of a WebP, and its flags for Exif and XMP. */
function updateHeader(webp: Buffer, hasExif: boolean): void {
  webp.writeUInt32LE(webp.length - 8, 4);
  const isExtended = webp.toString('latin1', 12, 16) === 'VP8X';
  if (isExtended) webp[20] = (webp[20]! & ~0b1100) | (hasExif ? 0b1000 : 0);
}

/** The tags of a GPS block and of a latitude in Exif, in both byte orders; the latitude in XMP. */
const EXIF_GPS = [
  ['8825000400000001', '0002000500000003'],
  ['2588040001000000', '0200050003000000'],
].map((tags) => tags.map((tag) => Buffer.from(tag, 'hex')));
const OTHER_GPS = ['GPSLatitude', 'location.ISO6709', '\xa9xyz\0\x12\x15\xc7'].map((text) =>
  Buffer.from(text, 'latin1'),
);

/** In bytes: larger videos are not searched. */
const SEARCHED = 200_000_000;

/** True for a file with the position where it was taken. */
export const isLocated = perFile(
  (file, { size }) => size <= SEARCHED && hasGps(readFileSync(file)),
);

/** True for a picture or video, of any format, with the position where it was taken. */
export function hasGps(file: Buffer): boolean {
  return (
    EXIF_GPS.some((tags) => tags.every((tag) => file.includes(tag))) ||
    OTHER_GPS.some((text) => file.includes(text))
  );
}
