/** A part of a text that Liquid replaces: an output, a tag, or a block with its content. */
export interface Chunk {
  start: number;
  end: number;
  /** The name of a tag; empty for an output. */
  name: string;
}

const TOKEN = /\{\{[\s\S]*?\}\}\}?|\{%-?\s*(\w+)[\s\S]*?%\}/g;

/** Blocks of Liquid; those of plugins are known by their end in the text. */
const BLOCKS = new Set(
  'if unless case for tablerow capture comment raw highlight codeblock'.split(' '),
);

/** A comment of Nunjucks. */
const COMMENT = /\{#[\s\S]*?#\}/;

/** Returns the outermost parts of a text that Liquid, or Nunjucks, replaces, in order. */
export function liquidChunks(text: string, { isNunjucks = false } = {}): Chunk[] {
  const chunks: Chunk[] = [];
  const pattern = isNunjucks ? new RegExp(`${TOKEN.source}|${COMMENT.source}`, 'g') : TOKEN;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [token, name = ''] = match;
    const start = match.index;
    const after = start + token.length;
    const isBlock = BLOCKS.has(name) || (name !== '' && endOf(name).test(text.slice(after)));
    const end = isBlock ? blockEnd(text, name, after) : after;
    chunks.push({ start, end, name });
    pattern.lastIndex = end;
  }
  return chunks;
}

function endOf(name: string): RegExp {
  return new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`);
}

/** Returns where a block ends; one that is never closed ends with its first tag. */
function blockEnd(text: string, name: string, from: number): number {
  const marks = new RegExp(`\\{%-?\\s*(end)?${name}\\b[\\s\\S]*?%\\}`, 'g');
  marks.lastIndex = from;
  const isOpaque = name === 'raw' || name === 'comment';
  let depth = 1;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match[1] === undefined) depth += isOpaque ? 0 : 1;
    else if (--depth === 0) return marks.lastIndex;
  }
  return from;
}
