import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginEntry,
  type MdastVisitorContext,
} from 'satteri';
import { ignoreIn } from '../content/ignores.ts';
import type { Position } from '../diagnostics/diagnostic.ts';
import { candidatesIn } from '../html/srcset.ts';
import type { Of } from './syntax.ts';
import { DECORATIVE, isPlayed, kindOf } from './pictures/media.ts';
import { isDeclared, tagsOf, type Html, type Jsx } from './written-tags.ts';

/** Something that the author wrote, with its position in the body that was parsed. */
type Written<Facts> = Facts & { position: Position | undefined };

/** A text as its author wrote it, read once for all checks. */
export interface WrittenText {
  headings: Written<{ depth: number; id?: string | undefined; isEmpty?: boolean }>[];
  /** A link is named where it has a text, a picture or a label. */
  links: Written<{ url: string; isNamed: boolean }>[];
  /** Pictures, videos and sounds. One is described by a text, or by a mark that it is decoration. */
  pictures: Written<{ url: string; isDescribed: boolean }>[];
  /** The URLs of elements that play or choose a file, such as `video`. */
  media: Written<{ url: string; name: string }>[];
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

type Expression = Of<'mdxFlowExpression' | 'mdxTextExpression'>;
type Image = Pick<Of<'image'>, 'alt' | 'url' | 'title' | 'position'>;

/** What Sätteri makes of `{#own-id .class}` behind a heading. */
export type HeadingData = { hProperties?: { id?: string; className?: string[] } } | undefined;

/** Reads a text into `data.written`, before another plugin changes it. */
export const textReader: MdastPluginEntry = ({ data, source }) => {
  const text: WrittenText = {
    ...{ headings: [], links: [], pictures: [], media: [], prose: [], footnotes: [] },
    ...{ longRows: [], references: new Set(), code: [], html: [], ignores: [] },
  };
  data.written = text;
  const sourceOf = ({ position }: Readonly<MdastNode>) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    return { source: source.slice(start, end), position: position?.start };
  };
  const linked = new Set<string>();
  const pictured: Pick<Of<'imageReference'>, 'identifier' | 'alt' | 'position'>[] = [];
  const definitions = new Map<string, Pick<Of<'definition'>, 'url' | 'title' | 'position'>>();
  const addLink = ({ url, position }: Pick<Of<'link'>, 'url' | 'position'>, isNamed: boolean) =>
    void text.links.push({ url, isNamed, position: position?.start });
  const addPicture = ({ alt, url, title, position }: Image) => {
    const isDescribed = Boolean(alt?.trim()) || (title === DECORATIVE && !isPlayed(url));
    text.pictures.push({ url, isDescribed, position: position?.start });
  };
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
  const readJsx = (node: Readonly<Jsx>) => {
    readTags(node, text);
    if (node.name !== 'Figure' || isDeclared(node.name, source)) return;
    const attributes = tagsOf(node)[0]?.attributes;
    const [url, alt, title] = ['src', 'alt', 'caption'].map((key) =>
      String(attributes?.get(key) ?? ''),
    );
    addPicture({ url: url!, alt, title, position: node.position });
  };
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
    definition({ identifier, url, title, position }) {
      // A comment: `[//]: # (text)`.
      if (identifier === '//') return;
      // The first of a name is used.
      if (!definitions.has(identifier)) definitions.set(identifier, { url, title, position });
    },
    imageReference: ({ identifier, alt, position }) =>
      void pictured.push({ identifier, alt, position }),
    after() {
      for (const [identifier, definition] of definitions)
        if (!kindOf(definition.url) || linked.has(identifier)) addLink(definition, true);
      for (const { identifier, ...reference } of pictured) {
        const definition = definitions.get(identifier);
        if (definition) addPicture({ ...definition, ...reference });
      }
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
    const add = (attribute: string, to: (url: string) => void) => {
      const url = attributes.get(attribute);
      if (typeof url === 'string') to(url);
    };
    // An empty `alt` marks decoration; a spread may have one.
    const isDescribed = attributes.has('alt') || attributes.has('...');
    if (name === 'img') add('src', (url) => text.pictures.push({ url, isDescribed, position }));
    const hasName = node.type === 'html' || attributes.has('aria-label') || isNamed(node);
    if (name === 'a') add('href', (url) => text.links.push({ url, isNamed: hasName, position }));
    if (!MEDIA.has(name)) continue;
    for (const attribute of ['src', 'poster'])
      add(attribute, (url) => text.media.push({ url, name, position }));
    add('srcset', (srcset) => {
      for (const [url] of candidatesIn(srcset)) text.media.push({ url, name, position });
    });
  }
}

const MEDIA = new Set(['video', 'audio', 'source', 'track']);

/** Returns the block that a comment covers: its own, else the next. */
function coveredBy(node: Readonly<MdastNode>, ctx: MdastVisitorContext): MdastNode | undefined {
  const parent = ctx.parent(node) as MdastNode;
  if (node.type === 'mdxTextExpression' || parent.type === 'paragraph') return parent;
  return 'children' in parent ? parent.children[(ctx.indexOf(node) ?? 0) + 1] : undefined;
}

function isIgnore(node: Readonly<MdastNode> | undefined): boolean {
  return node !== undefined && 'value' in node && ignoreIn(String(node.value)) !== undefined;
}
