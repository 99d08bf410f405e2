import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginEntry,
  type MdastVisitorContext,
} from 'satteri';
import { ignoreIn } from '../content/ignores.ts';
import type { Position } from '../diagnostics/diagnostic.ts';
import { kindOf } from './pictures/media.ts';
import { tagsOf, type Html, type Jsx } from './written-tags.ts';

/** Something that the author wrote, with its position in the body that was parsed. */
type Written<Facts> = Facts & { position: Position | undefined };

/** A text as its author wrote it, read once for all checks. */
export interface WrittenText {
  headings: Written<{ depth: number; id?: string | undefined; isEmpty?: boolean }>[];
  /** A link is named where it has a text, a picture or a label. */
  links: Written<{ url: string; isNamed: boolean }>[];
  /** The addresses of pictures. */
  pictures: Written<{ url: string }>[];
  /** Texts between other syntax, as they are in the source, escapes and all. */
  prose: Written<{ source: string }>[];
  footnotes: Written<{ identifier: string }>[];
  /** The rows with more cells than their table has columns; the position is that of the next cell. */
  longRows: Written<{ cells: number; columns: number }>[];
  /** The identifiers of footnotes that the text refers to. */
  references: Set<string>;
  /** Blocks of code with their fences, and blocks of HTML. */
  code: Written<{ source: string }>[];
  html: Written<{ source: string }>[];
  ignores: WrittenIgnore[];
}

/** A comment that switches checks off between two positions. */
interface WrittenIgnore {
  /** As written, known or not. */
  ids: string[];
  position: Position;
  first: Position;
  last: Position;
}

declare module 'satteri' {
  interface DataMap {
    written: WrittenText;
  }
}

type Of<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;
type Expression = Of<'mdxFlowExpression' | 'mdxTextExpression'>;

/** What Sätteri makes of `{#own-id .class}` behind a heading. */
export type HeadingData = { hProperties?: { id?: string; className?: string[] } } | undefined;

/** Reads a text into `data.written`, before another plugin changes it. */
export const textReader: MdastPluginEntry = ({ data, source }) => {
  const text: WrittenText = {
    ...{ headings: [], links: [], pictures: [], prose: [], footnotes: [], code: [], html: [] },
    ...{ longRows: [], references: new Set(), ignores: [] },
  };
  data.written = text;
  const sourceOf = ({ position }: Readonly<MdastNode>) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    return { source: source.slice(start, end), position: position?.start };
  };
  const linked = new Set<string>();
  const pictures: Pick<Of<'definition'>, 'identifier' | 'url' | 'position'>[] = [];
  const addLink = ({ url, position }: Pick<Of<'link'>, 'url' | 'position'>, isNamed: boolean) =>
    void text.links.push({ url, isNamed, position: position?.start });
  const addPicture = ({ url, position }: Pick<Of<'image'>, 'url' | 'position'>) =>
    void text.pictures.push({ url, position: position?.start });
  let inRow: WrittenIgnore[] = [];
  const addIgnore = (node: Readonly<Html | Expression>, ctx: MdastVisitorContext) => {
    const ids = ignoreIn(node.value);
    if (!ids || !node.position) return;
    const { start, end } = node.position;
    inRow.push({ ids, position: start, first: start, last: end });
    const block = coveredBy(node, ctx);
    // Comments in a row cover the block after the last of them.
    if (isIgnore(block)) return;
    const { start: first, end: last } = block?.position ?? {};
    text.ignores.push(...inRow.map((one) => (first && last ? { ...one, first, last } : one)));
    inRow = [];
  };
  const readJsx = (node: Readonly<Jsx>) => readTags(node, text);
  return defineMdastPlugin({
    name: 'octavo:written-text',
    options: { position: true },
    heading(node) {
      const id = (node.data as HeadingData)?.hProperties?.id;
      const { depth, position } = node;
      text.headings.push({ depth, id, isEmpty: !hasText(node), position: position?.start });
    },
    table({ children: [head, ...rows] }) {
      const columns = head?.children.length ?? 0;
      for (const { children: cells } of rows) {
        const position = cells[columns]?.position?.start;
        if (cells.length > columns) text.longRows.push({ cells: cells.length, columns, position });
      }
    },
    link: (node) => addLink(node, isNamed(node)),
    linkReference: ({ identifier }) => void linked.add(identifier),
    // Of a picture, of a link, or of a link to a picture.
    definition({ identifier, url, position }) {
      // A comment: `[//]: # (text)`.
      if (identifier === '//') return;
      if (!kindOf(url)) return addLink({ url, position }, true);
      addPicture({ url, position });
      pictures.push({ identifier, url, position });
    },
    after() {
      for (const { identifier, ...picture } of pictures)
        if (linked.has(identifier)) addLink(picture, true);
    },
    image: addPicture,
    footnoteReference: ({ identifier }) => void text.references.add(identifier),
    footnoteDefinition: ({ identifier, position }) =>
      void text.footnotes.push({ identifier, position: position?.start }),
    code: (node) => void text.code.push(sourceOf(node)),
    // Few texts have prose that matters to a check.
    ...(PROSE_MATTERS.test(source) && {
      text: (node) => void text.prose.push(sourceOf(node)),
    }),
    html(node, ctx) {
      text.html.push({ source: node.value, position: node.position?.start });
      readTags(node, text);
      addIgnore(node, ctx);
    },
    mdxFlowExpression: addIgnore,
    mdxTextExpression: addIgnore,
    mdxJsxFlowElement: readJsx,
    mdxJsxTextElement: readJsx,
  });
};

const PROSE_MATTERS = /TODO|FIXME|\[\^|\]\[|\\[([]|!!!|\?\?\?/;

/** True for what has something in it to click: a picture has a check of its own. */
function isNamed({ children }: Readonly<{ children: readonly MdastNode[] }>): boolean {
  return children.some((child) => {
    if ('children' in child && child.children.length > 0) return isNamed(child);
    return child.type !== 'text' || child.value.trim() !== '';
  });
}

/** True for a node with something to read or see in it. */
function hasText(node: Readonly<MdastNode>): boolean {
  if (node.type === 'html')
    return tagsOf(node).some(({ name }) => name === 'img' || name === 'svg');
  if ('children' in node) return node.children.some(hasText);
  return node.type !== 'text' || node.value.trim() !== '';
}

function readTags(node: Readonly<Html | Jsx>, text: WrittenText): void {
  for (const { name, attributes, position } of tagsOf(node)) {
    const [, depth] = /^h([1-6])$/.exec(name) ?? [];
    if (depth) text.headings.push({ depth: Number(depth), position });
    const url = attributes.get(name === 'a' ? 'href' : 'src');
    if (typeof url !== 'string') continue;
    if (name === 'img') text.pictures.push({ url, position });
    const hasName = node.type === 'html' || attributes.has('aria-label') || isNamed(node);
    if (name === 'a') text.links.push({ url, isNamed: hasName, position });
  }
}

/** Returns the block that a comment covers: its own, else the next. */
function coveredBy(node: Readonly<MdastNode>, ctx: MdastVisitorContext): MdastNode | undefined {
  const parent = ctx.parent(node) as MdastNode;
  if (node.type === 'mdxTextExpression' || parent.type === 'paragraph') return parent;
  return 'children' in parent ? parent.children[(ctx.indexOf(node) ?? 0) + 1] : undefined;
}

function isIgnore(node: Readonly<MdastNode> | undefined): boolean {
  return node !== undefined && 'value' in node && ignoreIn(String(node.value)) !== undefined;
}
