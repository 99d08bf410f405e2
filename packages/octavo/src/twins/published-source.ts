import { posix } from 'node:path';
import type { MdastNode } from 'satteri';
import { parseCodeInfo } from '../markdown/code/fence-options.ts';
import { edited, type Edit } from '../html/edits.ts';
import { readHtml } from '../html/read-html.ts';
import type { Source as MarkdownSource } from '../markdown/document.ts';
import { withIncludes } from '../markdown/directives/include.ts';
import { protectProse } from '../markdown/text/escape-prose.ts';
import { placeOf } from '../markdown/text/prose-block.ts';
import { fenced, quotedCode } from '../markdown/code/quoted-code.ts';
import { addressesOf, type SourceAddress } from '../markdown/links/source-addresses.ts';
import { withReplaced } from '../markdown/links/wikilinks.ts';
import { nodesIn } from '../markdown/syntax.ts';
import { isExpression } from '../markdown/tree.ts';
import { withoutControlCharacters } from '../words/control-characters.ts';
import { plainText } from './plain-text.ts';

/** A Markdown file of the author's, without front matter. */
export interface Source extends Pick<MarkdownSource, 'path' | 'format' | 'body'> {
  /** Of MDX, the values of expressions by their source. */
  values?: Record<string, string> | undefined;
  /** The parts that other readers get as other Markdown, by their source. */
  replaced?: Record<string, string> | undefined;
  /** Of MDX, the HTML of the islands of its page, and what stands for one without. */
  islands?: Islands | undefined;
}

interface Islands {
  /** In their order. */
  html: string[];
  instead: string;
}

/** What a source asks about the rest of the site. */
interface Site {
  /** Returns the text of a file by its path in the project. */
  text: (path: string) => string | undefined;
  /** Returns where an address leads for a reader who is elsewhere. */
  address: (address: string) => string | Promise<string>;
}

/**
 * Returns the Markdown of an article for readers who are not on its page, as its author wrote it:
 * with included files and quoted code in their places and addresses that lead from everywhere,
 * without comments. Expressions of MDX are replaced by their values, and removed where they have none,
 * with imports and exports; islands by the HTML that the server rendered, other components stand as
 * written.
 */
export async function publishedSource(source: Source, site: Site): Promise<string> {
  const included = withIncludes(source, site.text).body;
  const linked = withReplaced(included, source.format, source.replaced);
  const { body, escapes } = protectProse(linked, source.format);
  const found = findParts({ ...source, body }, site);
  const addresses = found.addresses.map(async ({ start, address }) => {
    const text = await site.address(address);
    return { start, end: start + address.length, text };
  });
  const typed = escapes.map((start) => ({ start, end: start + 1, text: '' }));
  const whole = edited(body, [...found.edits, ...typed, ...(await Promise.all(addresses))]);
  // Those of ansi fences are left.
  return `${withoutControlCharacters(whole)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()}\n`;
}

function findParts({ path, format, body, values = {}, islands }: Source, { text }: Site) {
  const edits: Edit[] = [];
  const addresses: SourceAddress[] = [];
  const remove = ([start, end]: [number, number]) => edits.push({ start, end, text: '' });
  const nodes = nodesIn(body, format);
  if (islands) edits.push(...islandEdits(nodes.filter(isIsland), islands));
  for (const node of nodes) {
    if (node.type === 'html') commentsIn(node, body).forEach(remove);
    if (node.type === 'mdxjsEsm') remove(placeOf(node));
    const [start, end] = placeOf(node);
    if (isExpression(node)) edits.push({ start, end, text: plainText(values[node.value] ?? '') });
    if (node.type === 'code') {
      const quoted = withQuotation(node, body, { path, text });
      if (quoted !== undefined) edits.push({ start, end, text: quoted });
    } else addresses.push(...addressesOf(node, body));
  }
  return { edits, addresses };
}

/** Returns the edits that replace islands by their HTML: other components may have islands in them. */
function islandEdits(nodes: readonly MdastNode[], { html, instead }: Islands): Edit[] {
  return nodes.map((node, index) => {
    const [start, end] = placeOf(node);
    const rendered = nodes.length === html.length ? html[index]! : instead;
    // An empty line would end a block of HTML.
    return { start, end, text: rendered.replace(/\n\s*\n/g, '\n') };
  });
}

/** True for an element of MDX with a directive like `client:load`. */
function isIsland(node: Readonly<MdastNode>): boolean {
  return (
    'attributes' in node &&
    Array.isArray(node.attributes) &&
    node.attributes.some((one) => 'name' in one && one.name.startsWith('client:'))
  );
}

type Code = Extract<MdastNode, { type: 'code' }>;

/** Returns the places of comments in raw HTML; in a block of it no empty line is left, which would end it. */
function commentsIn(node: Readonly<MdastNode>, text: string): [start: number, end: number][] {
  const [from, to] = placeOf(node);
  return readHtml(text.slice(from, to)).comments.map((comment) => {
    const [start, end] = [from + comment.start, from + comment.end];
    const isLine =
      /\n[ \t]*$/.test(text.slice(from, start)) && /^[ \t]*\n/.test(text.slice(end, to));
    return [start, isLine ? text.indexOf('\n', end) + 1 : end];
  });
}

/** Returns the source of a fence that names a file with the text of that file in it. */
function withQuotation(
  node: Readonly<Code>,
  text: string,
  document: { path: string; text: Site['text'] },
): string | undefined {
  const infoString = [node.lang, node.meta].filter(Boolean).join(' ');
  const info = parseCodeInfo(infoString);
  if (info.file === undefined) return undefined;
  const quoted = quotedCode(info, document);
  if ('problem' in quoted) return undefined;
  const language = info.language === '' ? posix.extname(info.file).slice(1) : '';
  const words = `${language}${infoString.replace(QUOTATION, '')}`.trim();
  const [start] = placeOf(node);
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return inPlace(fenced(quoted.text, words), line.replace(/[^>\s]/g, ' '));
}

const QUOTATION = /(?:^|\s+)(?:file|lines)=(?:"[^"]*"|'[^']*'|\{[^}]*\}|\S*)/g;

/** Returns a block as it stands behind what makes it a part of a list or quotation. */
function inPlace(block: string, prefix: string): string {
  const [first, ...others] = block.split('\n');
  return [first, ...others.map((line) => (prefix + line).trimEnd())].join('\n');
}
