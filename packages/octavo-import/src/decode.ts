/** A file as text, and what had to be mended to read it. */
export interface DecodedText {
  /** With LF line ends, without a byte order mark. */
  text: string;
  /** Sentences. */
  mended: string[];
}

/**
 * Returns the text of a file's bytes: UTF-8, else UTF-16 where a mark says so, else Latin-1 (as
 * Windows has it). Returns `undefined` for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const { text, mended } = decodeBytes(bytes);
  if (text.includes('\0')) return undefined;
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), mended };
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'is UTF-16');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'is UTF-16');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), mended: [] };
  } catch {
    return decoded(bytes, 'windows-1252', 'is not UTF-8; it is read as Latin-1');
  }
}

function decoded(bytes: Uint8Array, encoding: string, said: string): DecodedText {
  const mended = `the file ${said}, and UTF-8 is written: look at its accents`;
  return { text: new TextDecoder(encoding).decode(bytes), mended: [mended] };
}
