import type { TextContext } from './text-source.ts';

type IdType = TextContext['markup']['autoHeadingIdType'];

/** Gives ids to the headings of a text in their order, as Hugo does (markup/goldmark/autoid.go). */
export class HeadingIds {
  readonly #type: IdType;
  readonly #taken = new Set<string>();

  constructor(type: IdType) {
    this.#type = type;
  }

  /** Notes an id of the author's own; returns false where it is taken. */
  take(id: string): boolean {
    const isNew = !this.#taken.has(id);
    this.#taken.add(id);
    return isNew;
  }

  /** Returns the id for a line of Markdown, the last one of a heading, syntax and all. */
  idOf(line: string): string {
    const id = anchorOf(line, this.#type) || 'heading';
    if (this.take(id)) return id;
    for (let number = 1; ; number += 1) if (this.take(`${id}-${number}`)) return `${id}-${number}`;
  }
}

function anchorOf(line: string, type: IdType): string {
  if (type === 'blackfriday') {
    const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join('-').toLowerCase();
  }
  const isAscii = type === 'github-ascii';
  const text = isAscii
    ? line
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC')
    : line;
  return text
    .trim()
    .replace(isAscii ? /[^A-Za-z\d_ -]/g : /[^\p{L}\p{Nd}_ -]/gu, '')
    .replaceAll(' ', '-')
    .replace(/./gsu, lowerCase);
}

/** Go lowers each letter by itself: `İ` is `i`, and not two signs. */
function lowerCase(letter: string): string {
  const [lower = ''] = letter.toLowerCase();
  return lower;
}
