import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { positionIn } from '../diagnostics/position-in.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';

interface TextFile {
  /** Normalized; empty if the file cannot be read, with U+FFFD for bytes that are not UTF-8. */
  text: string;
  /** The reason why the file cannot be read as text. */
  problem?: Diagnostic;
}

/** Reads a text file of a blog, by its path relative to the root folder. Never throws. */
export function readText(root: string, path: string): TextFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, path));
  } catch (error) {
    const { code = '', errno = 0 } = error as NodeJS.ErrnoException;
    const reason = READ_ERRORS[code] ?? `cannot be read: ${getSystemErrorMessage(errno)}`;
    return problemAt(path, '', `file: ${reason}`);
  }
  // Text in UTF-16 without a byte order mark is valid UTF-8: every other byte is 0.
  if (/^(?:\xFF\xFE|\xFE\xFF|\0.|.\0)/s.test(bytes.toString('latin1', 0, 2)))
    return problemAt(path, '', 'encoding: UTF-16; save the file as UTF-8');
  const text = bytes.toString();
  if (isUtf8(bytes)) return { text: normalized(text) };
  const invalid = Buffer.from(text).findIndex((byte, index) => byte !== bytes[index]);
  const before = bytes.toString('utf8', 0, invalid);
  return {
    ...problemAt(path, before, 'encoding: not UTF-8; save the file as UTF-8'),
    text: normalized(text),
  };
}

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'a link to a missing file; remove it, or restore its target',
  EISDIR: 'a folder with the name of a file; rename it',
};

/** Returns a problem at the end of the text before it. */
function problemAt(file: string, before: string, message: string): TextFile {
  const position = positionIn(before, before.length);
  return { text: '', problem: diagnosticOf('file-unreadable', { file, ...position }, message) };
}

/** Returns a text with LF line endings and without a byte order mark. */
export function normalized(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Returns a normalized text with the line endings of the text that it replaces. */
export function withLineEndings(text: string, replaced: string): string {
  return replaced.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}
