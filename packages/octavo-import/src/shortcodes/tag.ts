/** A shortcode's mark in a text, as its system reads it. Offsets are those of the text. */
export interface Tag {
  /** `literal` is one that is escaped by a comment in it; `malformed` is one that the system refuses. */
  kind: 'open' | 'close' | 'self-closed' | 'literal' | 'malformed';
  start: number;
  end: number;
  /** Of a literal, the text that it stands for. */
  text: string;
  name: string;
  /** Keys are in lower case. */
  named: ReadonlyMap<string, string>;
  positional: readonly string[];
}

/** A shortcode, with the text between its two marks if it has two. */
export interface Shortcode {
  tag: Tag;
  close: Tag | undefined;
  inside: Found[];
}

/** A shortcode, or a mark that is none: escaped, malformed, or closing what was never opened. */
export type Found = Shortcode | { tag: Tag; stray: true };

/** Returns the shortcodes that marks make, nested as they are. */
export function pairedShortcodes(tags: readonly Tag[]): Found[] {
  return nested(tags, pairsOf(tags), 0, tags.length);
}

/** Returns a mark without arguments. */
export function tagOf(kind: Tag['kind'], start: number, end: number, text: string): Tag {
  return { kind, start, end, text, name: '', named: new Map(), positional: [] };
}

/** Returns which tag closes which, by their indexes; one within it that is open is not paired. */
function pairsOf(tags: readonly Tag[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { kind, name }] of tags.entries()) {
    if (kind === 'open') open.push(index);
    if (kind !== 'close') continue;
    const at = open.findLastIndex((other) => tags[other]!.name === name);
    if (at === -1) continue;
    pairs.set(open[at]!, index);
    open.length = at;
  }
  return pairs;
}

function nested(
  tags: readonly Tag[],
  pairs: ReadonlyMap<number, number>,
  from: number,
  to: number,
): Found[] {
  const found: Found[] = [];
  for (let index = from; index < to; index += 1) {
    const tag = tags[index]!;
    if (tag.kind !== 'open' && tag.kind !== 'self-closed') {
      found.push({ tag, stray: true });
      continue;
    }
    const end = pairs.get(index);
    const inside = end === undefined ? [] : nested(tags, pairs, index + 1, end);
    found.push({ tag, close: end === undefined ? undefined : tags[end], inside });
    index = end ?? index;
  }
  return found;
}
