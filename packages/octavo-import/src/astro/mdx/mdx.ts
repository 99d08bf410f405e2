import { mdxToMdast, type MdastNode } from 'satteri';
import { descendantsOf } from 'octavo/internal/markdown/syntax';
import type { Edit } from 'octavo/internal/html/edits';
import { editedText, type Conversion, type EditedText } from '../../text/conversion.ts';
import { goldmarkFeatures, placeOf } from '../../text/goldmark.ts';
import type { Placeholders } from '../../text/placeholders.ts';
import { codeSpan, escapedMarkdown, fence } from '../../text/written.ts';
import { componentEdit, type Written } from './components.ts';
import { dedents } from './dedents.ts';
import { openingEnd, type JsxElement } from './element.ts';
import { htmlTag } from './html-tags.ts';
import { namesIn, valueOf, type Names } from './scripts.ts';

/** Elements that stand in a line. */
const PHRASES = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

/** The offsets of the tags of an element. */
interface Parts {
  start: number;
  /** The end of the opening tag. */
  opening: number;
  /** The start of the closing tag; the end of the opening one if there is none. */
  closing: number;
  end: number;
}

const FEATURES = goldmarkFeatures({ footnote: true, definitionList: false });

/** Returns a text in MDX as Markdown; a component that is unknown becomes code. */
export function withoutComponents(conversion: Conversion, placeholders: Placeholders): EditedText {
  const { body } = conversion.source;
  let nodes: MdastNode[];
  try {
    nodes = descendantsOf(mdxToMdast(body, { features: FEATURES }));
  } catch (error) {
    const [message = ''] = (error as Error).message.split('\n');
    conversion.note(0, 'warning', `MDX: ${message}; read as Markdown`);
    return editedText(body, []);
  }
  const names = namesIn(nodes);
  const reader = new MdxReader(conversion, placeholders, names, topLevel(nodes));
  for (const node of nodes) reader.read(node);
  const inside = (offset: number) =>
    reader.edits.some(({ start, end }) => start < offset && offset < end);
  const dedented = dedents(nodes, body).filter(({ start, end }) => !inside(start) && !inside(end));
  return editedText(body, [...reader.edits, ...dedented]);
}

class MdxReader {
  readonly edits: Edit[] = [];
  readonly #conversion: Conversion;
  readonly #placeholders: Placeholders;
  readonly #names: Names;
  /** The end of a component that was replaced with what is in it. */
  #replacedTo = 0;
  /** Elements that stand on lines of their own, in no list or quotation. */
  readonly #topLevel: ReadonlySet<MdastNode>;

  constructor(
    conversion: Conversion,
    placeholders: Placeholders,
    names: Names,
    topLevel: ReadonlySet<MdastNode>,
  ) {
    this.#topLevel = topLevel;
    this.#conversion = conversion;
    this.#placeholders = placeholders;
    this.#names = names;
  }

  read(node: Readonly<MdastNode>): void {
    const [start, end] = placeOf(node);
    if (start < this.#replacedTo) return;
    if (node.type === 'mdxjsEsm') this.#edit(start, end, '');
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      this.#readExpression(node.value, start, end);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      this.#readElement(node);
  }

  #readExpression(source: string, start: number, end: number): void {
    if (/^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$))*$/.test(source))
      return this.#edit(start, end, '');
    const value = valueOf(source, this.#names);
    if (typeof value === 'string' || typeof value === 'number')
      return this.#edit(start, end, escapedMarkdown(String(value)));
    this.#conversion.note(
      start,
      'warning',
      `MDX: {${short(source)}} is code that ran; shown as code`,
    );
    this.#edit(start, end, this.#placeholders.put(codeSpan(`{${source}}`)));
  }

  #readElement(node: JsxElement): void {
    const { body } = this.#conversion.source;
    const [start, end] = placeOf(node);
    const opening = openingEnd(node, body);
    const parts = { start, opening, closing: closingStart(body, node, opening), end };
    const name = node.name ?? '';
    const isHtml = /^[a-z][\w-]*$/.test(name) && !this.#names.imports.has(name);
    if (isHtml) return this.#readHtml(node, parts);
    const isBlock = this.#topLevel.has(node);
    const inside = body.slice(opening, parts.closing);
    this.#write(
      componentEdit(node, this.#names, inside) ?? this.#asCode(node, parts),
      parts,
      isBlock,
    );
  }

  #readHtml(node: JsxElement, { start, opening, closing, end }: Parts): void {
    const tag = htmlTag(node, this.#names);
    if (tag.picture !== undefined) return this.#replaceWhole(start, end, tag.picture);
    const { body } = this.#conversion.source;
    const isBlock = this.#topLevel.has(node) && closing > opening;
    const isInline = PHRASES.has(node.name ?? '') && !body.slice(opening, closing).includes('\n');
    const hasBlocks = isBlock && !isInline;
    this.#edit(start, opening, tag.opening + (hasBlocks ? this.#gap(opening) : ''));
    if (hasBlocks) this.#edit(closing, closing, this.#gap(closing - 1));
  }

  /** Returns the line ends that part a tag from the text at an offset. */
  #gap(offset: number): string {
    return /\s/.test(this.#conversion.source.body.charAt(offset)) ? '\n' : '\n\n';
  }

  /** The opening tag of an unknown component is code; what is in it stays. */
  #asCode(node: JsxElement, { start, opening }: Parts): Written {
    const { body } = this.#conversion.source;
    const tag = body.slice(start, opening);
    this.#conversion.note(start, 'warning', `<${node.name}>: unknown component; shown as code`);
    return {
      opening: this.#topLevel.has(node) ? fence(outdented(tag, body, start), 'jsx') : codeSpan(tag),
      closing: '',
    };
  }

  #write(written: Written, { start, opening, closing, end }: Parts, isBlock: boolean): void {
    if ('whole' in written)
      return this.#replaceWhole(start, end, this.#ready(written.whole, isBlock));
    const gap = (offset: number) => (isBlock ? this.#gap(offset) : '');
    const ready = (text: string) => this.#ready(text, isBlock);
    const before = written.opening === '' ? '' : ready(written.opening) + gap(opening);
    this.#edit(start, opening, before);
    if (closing > opening)
      this.#edit(
        closing,
        end,
        written.closing === '' ? '' : gap(closing - 1) + ready(written.closing),
      );
  }

  /** Syntax that stands on lines of its own is kept from being read as text. */
  #ready(text: string, isBlock: boolean): string {
    return isBlock && /^(?::::|`{3})/.test(text) ? this.#placeholders.put(text) : text;
  }

  #replaceWhole(start: number, end: number, text: string): void {
    this.#edit(start, end, text);
    this.#replacedTo = end;
  }

  #edit(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
  }
}

/** Returns the elements that stand in no list or quotation, whose lines may be written anew. */
function topLevel([root]: readonly MdastNode[]): Set<MdastNode> {
  const found = new Set<MdastNode>();
  const add = (node: MdastNode) => {
    for (const child of ('children' in node ? node.children : []) as MdastNode[]) {
      if (child.type !== 'mdxJsxFlowElement') continue;
      found.add(child);
      add(child);
    }
  };
  if (root) add(root);
  return found;
}

/** Returns where the closing tag begins; the end of the opening one if there is none. */
function closingStart(body: string, node: JsxElement, opening: number): number {
  const [, end] = placeOf(node);
  const text = body.slice(0, end);
  if (!/<\/[^<>]*>\s*$/.test(text)) return opening;
  return Math.max(opening, text.lastIndexOf('</'));
}

function outdented(text: string, body: string, start: number): string {
  const indent = start - (body.lastIndexOf('\n', start - 1) + 1);
  return text.replace(new RegExp(`\\n[ \\t]{0,${indent}}`, 'g'), '\n');
}

function short(source: string): string {
  const line = source.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
