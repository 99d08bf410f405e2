/** A file as text, and what had to be fixed to read it. */
export interface DecodedText {
  /** With LF line ends, without a byte order mark. */
  text: string;
  /** Sentences. */
  fixed: string[];
}

/**
 * Returns the text of a file's bytes: UTF-8, else UTF-16 where a mark says so, else Latin-1 (as
 * Windows has it). Returns `undefined` for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const { text, fixed } = decodeBytes(bytes);
  if (text.includes('\0')) return undefined;
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), fixed };
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'is UTF-16');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'is UTF-16');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), fixed: [] };
  } catch {
    return decoded(bytes, 'windows-1252', 'is not UTF-8; read as Latin-1');
  }
}

function decoded(bytes: Uint8Array, encoding: string, said: string): DecodedText {
  const fixed = `the file ${said}; converted to UTF-8, check its accents`;
  return { text: new TextDecoder(encoding).decode(bytes), fixed: [fixed] };
}
