import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { imageSize } from 'image-size';
import { kindOf } from './media.ts';
import { perFile } from './per-file.ts';
import { readParts } from './picture-parts.ts';

/** Returns why a file cannot be published, `is empty; …`; `undefined` if it can, or is not found. */
export const fileError = perFile((file, { size }) => {
  const isRead = kindOf(file) === 'image' || size < POINTER_SIZE;
  return nameError(basename(file)) ?? (isRead ? contentError(readFileSync(file), file) : undefined);
});

/** Returns why a file cannot be published under a name, which may have folders. */
export function nameError(name: string): string | undefined {
  // In a module path and in a URL, a query or a fragment would begin there.
  if (/[?#]/.test(name)) return 'has a ? or # in its name; rename the file';
  return /^\.|\/\./.test(name)
    ? 'begins with a dot, and some hosts do not publish such files; rename the file'
    : undefined;
}

/** Returns why a file cannot be a cover or a portrait, which Astro imports; `undefined` if it can, or is not found. */
export function coverError(file: string): string | undefined {
  const error = fileError(file);
  if (error !== undefined || !existsSync(file)) return error;
  const isPicture = kindOf(file) === 'image' && COVERS.includes(typeOf(readFileSync(file)) ?? '');
  return isPicture ? undefined : UNREADABLE;
}

/** Pointers of Git LFS are smaller. Source: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const POINTER_SIZE = 1024;
const POINTER = 'version https://git-lfs.github.com/spec/';

/** Returns the error in the content of a file; `name` tells pictures, videos and sounds by its ending. */
export function contentError(bytes: Buffer, name: string): string | undefined {
  const kind = kindOf(name);
  if (bytes.subarray(0, POINTER.length).equals(Buffer.from(POINTER)))
    return 'is a pointer of Git LFS; run git lfs pull';
  if (kind === undefined) return undefined;
  if (bytes.length === 0) return 'is empty; export it again';
  if (kind !== 'image') return undefined;
  if (/\.svg$/i.test(name)) return svgError(bytes.toString());
  const type = typeOf(bytes) ?? '';
  if (!RASTER.includes(type)) return UNREADABLE;
  return isWhole(bytes, type) ? undefined : 'is damaged or cut off; export it again';
}

/** Returns the error for which browsers show nothing of an SVG. */
function svgError(text: string): string | undefined {
  const result = XMLValidator.validate(text);
  if (result !== true) return `is not valid XML (line ${result.err.line}); export it again`;
  if (text.includes(SVG_NAMESPACE)) return undefined;
  return `is not an SVG; it must have xmlns="${SVG_NAMESPACE}"`;
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** The formats that browsers show and sharp reads, as image-size names them. */
const RASTER = ['avif', 'gif', 'jpg', 'png', 'webp'];
const COVERS = [...RASTER, 'svg'];
const UNREADABLE = 'cannot be read as a picture; export it again as PNG, JPEG, WebP or AVIF';

function typeOf(bytes: Buffer): string | undefined {
  try {
    return imageSize(bytes).type;
  } catch {
    return undefined;
  }
}

function isWhole(bytes: Buffer, type: string): boolean {
  const read = readParts(bytes);
  return read ? read.parts !== undefined : type === 'avif' || type === 'gif';
}
