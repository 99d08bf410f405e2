import { isWithin, type Pass } from './passes.ts';

/** Elements that begin a block for kramdown, and hold HTML up to their end. */
const BLOCKS =
  'address article aside blockquote body caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main map menu nav ol optgroup option p section summary table tbody td tfoot th thead tr ul video audio';
const OPENING = new RegExp(`^ {0,3}<(${BLOCKS.replaceAll(' ', '|')})\\b[^>]*>`, 'gim');

/**
 * Lets a block of HTML reach to its end as with kramdown: without empty lines in it, at which HTML
 * ends for CommonMark; or with them around its content where that is Markdown (`markdown="1"`).
 */
export function htmlBlocks(isMarkdownInside: boolean): Pass {
  return (text, code) => {
    if (!text.includes('<')) return [];
    const edits: ReturnType<Pass> = [];
    let done = 0;
    for (const match of text.matchAll(OPENING)) {
      const [tag, name = ''] = match;
      const start = match.index;
      if (start < done || isWithin(start, code.filter(isFenced(text)))) continue;
      const end = elementEnd(text, name, start);
      if (end === undefined) continue;
      done = end;
      const block = text.slice(start, end);
      const after = /^[ \t]*\n[ \t]*\S/.test(text.slice(end)) ? '\n' : '';
      const isMarkdown = isMarkdownInside || MARKDOWN.test(tag);
      const made = isMarkdown ? withMarkdown(block) : asHtml(block);
      if (made + after !== block) edits.push({ start, end, text: made + after });
    }
    return edits;
  };
}

/** Code within HTML is none of Markdown's, but for that in fences. */
function isFenced(text: string) {
  return ({ start }: { start: number }) => /^[`~]/.test(text.slice(start, start + 1));
}

function elementEnd(text: string, name: string, from: number): number | undefined {
  const tags = new RegExp(`<(/)?${name}\\b[^>]*?(/)?>`, 'gi');
  tags.lastIndex = from;
  let depth = 0;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    if (match[1] !== undefined) depth -= 1;
    else if (match[2] === undefined) depth += 1;
    if (depth <= 0) return tags.lastIndex;
  }
  return undefined;
}

/** Returns HTML without empty lines, but for elements in it that hold Markdown. */
function asHtml(block: string): string {
  const [open, name = ''] = /<(\w+)[^>]*\smarkdown=["']?(?:1|block|span)[^>]*>/.exec(block) ?? [];
  if (open === undefined) return withoutEmptyLines(block);
  const start = block.indexOf(open);
  const end = elementEnd(block, name, start) ?? block.length;
  const before = withoutEmptyLines(block.slice(0, start));
  return before + withMarkdown(block.slice(start, end)) + asHtml(block.slice(end));
}

/** An empty line in code within HTML holds a space that is no white space to Markdown. */
function withoutEmptyLines(block: string): string {
  const parts = block.split(/(<pre\b[\s\S]*?<\/pre\s*>)/i);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part.replace(/\n[ \t]*(?=\n)/g, '\n&#32;')
        : part.replace(/\n(?:[ \t]*\n)+/g, '\n'),
    )
    .join('');
}

const MARKDOWN = /\s+markdown=(?:"(?:1|block|span)"|'(?:1|block|span)'|1|block|span)/;

function withMarkdown(block: string): string {
  const [, open = '', inside = '', close = ''] =
    /^(<[^>]*>)([\s\S]*)(<\/[^>]*>)$/.exec(block.trim()) ?? [];
  if (open === '') return block.replace(MARKDOWN, '');
  const [, summary = '', rest = inside] =
    /^(\s*<summary\b[\s\S]*?<\/summary>)([\s\S]*)$/i.exec(inside) ?? [];
  const head = MARKDOWN.test(summary) ? `\n${withMarkdown(summary)}` : summary;
  return `${open.replace(MARKDOWN, '')}${head}\n\n${dedented(rest).trim()}\n\n${close}`;
}

function dedented(text: string): string {
  const indents = (text.match(/^[ \t]*(?=\S)/gm) ?? []).slice(/^\s*\n/.test(text) ? 0 : 1);
  const shared = Math.min(...indents.map(({ length }) => length));
  return Number.isFinite(shared) && shared > 0
    ? text.replace(new RegExp(`^[ \\t]{${shared}}`, 'gm'), '')
    : text;
}
