import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginEntry,
  type MdastVisitorContext,
} from 'satteri';
import type { Position } from '../diagnostics/diagnostic.ts';
import type { Settings } from '../settings/settings.ts';
import type { MarkdownDocument } from './document.ts';
import { attributeOf, readHtml } from '../html/read-html.ts';
import { kindOf } from './pictures/media.ts';
import { positionIn } from './position.ts';
import { ignoreIn, type Ignore } from '../content/ignores.ts';

/** A text as its author wrote it, read once for all checks. */
export interface WrittenText {
  source: string;
  isDraft: boolean;
  settings: Settings;
  /** Whom to ask about the rest of the site. */
  document: MarkdownDocument;
  headings: { depth: number; position: Position | undefined }[];
  links: WrittenLink[];
  /** The addresses of pictures. */
  pictures: { url: string; position: Position | undefined }[];
  /** Texts between other syntax, as they are in the source, escapes and all. */
  prose: { source: string; position: Position | undefined }[];
  footnotes: { identifier: string; position: Position | undefined }[];
  /** The identifiers of footnotes that the text refers to. */
  references: Set<string>;
  /** Blocks of code with their fences, and blocks of HTML. */
  code: { source: string; position: Position | undefined }[];
  html: { source: string; position: Position | undefined }[];
}

interface WrittenLink {
  url: string;
  /** True where the link has a text, a picture or a label. */
  isNamed: boolean;
  position: Position | undefined;
}

interface Read {
  text: WrittenText;
  ignores: Ignore[];
}

type Of<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;
type Jsx = Of<'mdxJsxFlowElement' | 'mdxJsxTextElement'>;
type Expression = Of<'mdxFlowExpression' | 'mdxTextExpression'>;

/** Reads a text where it is parsed to be rendered, and hands on what it read. */
export function textReader(
  known: Pick<WrittenText, 'isDraft' | 'settings'>,
  done: (read: Read) => void,
): MdastPluginEntry {
  return ({ data, source }) => {
    const { octavo: document } = data;
    if (!document) return null;
    const text = { ...known, ...emptyText(), source, document };
    const ignores: Ignore[] = [];
    const html = (node: Readonly<Of<'html'>>, ctx: MdastVisitorContext) => {
      readRawHtml(node, text);
      noteIgnore(node, ctx, ignores);
    };
    const expression = (node: Readonly<Expression>, ctx: MdastVisitorContext) =>
      noteIgnore(node, ctx, ignores);
    const jsx = (node: Readonly<Jsx>, ctx: MdastVisitorContext) => readJsx(node, text, ctx);
    return defineMdastPlugin({
      name: 'octavo:written-text',
      options: { position: true },
      ...visitors(text),
      // Few texts have prose that matters to a check.
      ...(PROSE_MATTERS.test(source) && {
        text: (node) => void text.prose.push(sourceOf(node, source)),
      }),
      html,
      mdxFlowExpression: expression,
      mdxTextExpression: expression,
      mdxJsxFlowElement: jsx,
      mdxJsxTextElement: jsx,
      after: () => done({ text, ignores }),
    });
  };
}

const PROSE_MATTERS = /TODO|FIXME|\[\^|\]\[/;

function emptyText() {
  const none: Parsed = {
    headings: [],
    links: [],
    pictures: [],
    prose: [],
    footnotes: [],
    references: new Set<string>(),
    code: [],
    html: [],
  };
  return none;
}

type Parsed = Omit<WrittenText, 'source' | 'isDraft' | 'settings' | 'document'>;

function visitors(text: WrittenText) {
  const picture = ({ url, position }: Readonly<Of<'image' | 'definition'>>) =>
    void text.pictures.push({ url, position: position?.start });
  return {
    heading: ({ depth, position }: Readonly<Of<'heading'>>) =>
      void text.headings.push({ depth, position: position?.start }),
    link: (node: Readonly<Of<'link'>>, ctx: MdastVisitorContext) => {
      const isNamed = ctx.textContent(node, { includeHtml: true }).trim() !== '' || holdsMore(node);
      text.links.push({ url: node.url, isNamed, position: node.position?.start });
    },
    definition: (node: Readonly<Of<'definition'>>) => {
      // A definition of a picture or of a link.
      if (kindOf(node.url)) picture(node);
      else text.links.push({ url: node.url, isNamed: true, position: node.position?.start });
    },
    image: picture,
    footnoteReference: ({ identifier }: Readonly<Of<'footnoteReference'>>) =>
      void text.references.add(identifier),
    footnoteDefinition: ({ identifier, position }: Readonly<Of<'footnoteDefinition'>>) =>
      void text.footnotes.push({ identifier, position: position?.start }),
    code: (node: Readonly<Of<'code'>>) => void text.code.push(sourceOf(node, text.source)),
  };
}

/** True for what has something in it that is no text: a picture has a check of its own. */
function holdsMore(node: Readonly<MdastNode>): boolean {
  if (!('children' in node)) return node.type !== 'text';
  return node.children.some((child) => holdsMore(child as MdastNode));
}

function sourceOf({ position }: Readonly<MdastNode>, source: string) {
  const slice = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  return { source: slice, position: position?.start };
}

function readRawHtml({ value, position }: Readonly<Of<'html'>>, text: WrittenText): void {
  const start = position?.start;
  text.html.push({ source: value, position: start });
  for (const tag of readHtml(value).tags) {
    const position = positionIn(value, tag.start, start);
    readTag(tag.name, (name) => attributeOf(tag, name), { text, position, isNamed: true });
  }
}

function readJsx(node: Readonly<Jsx>, text: WrittenText, ctx: MdastVisitorContext): void {
  const valueOf = (name: string) =>
    node.attributes.find((attribute) => 'name' in attribute && attribute.name === name)?.value;
  const isNamed =
    valueOf('aria-label') !== undefined || holdsMore(node) || ctx.textContent(node).trim() !== '';
  readTag(node.name ?? '', valueOf, { text, position: node.position?.start, isNamed });
}

function readTag(
  name: string,
  valueOf: (attribute: string) => unknown,
  { text, position, isNamed }: Pick<WrittenLink, 'position' | 'isNamed'> & { text: WrittenText },
): void {
  const [, depth] = /^h([1-6])$/.exec(name) ?? [];
  if (depth) text.headings.push({ depth: Number(depth), position });
  const url = valueOf(name === 'a' ? 'href' : 'src');
  if (typeof url !== 'string') return;
  if (name === 'a') text.links.push({ url, isNamed, position });
  if (name === 'img') text.pictures.push({ url, position });
}

/** Records a comment that switches checks off for its block, else for the next. */
function noteIgnore(
  node: Readonly<Of<'html'> | Expression>,
  ctx: MdastVisitorContext,
  ignores: Ignore[],
): void {
  const ids = ignoreIn(node.value);
  if (!ids || !node.position) return;
  const parent = ctx.parent(node);
  const isInline = node.type === 'mdxTextExpression' || parent?.type === 'paragraph';
  const block = isInline ? parent : nextBlock(parent as MdastNode, ctx.indexOf(node) ?? 0);
  const { start, end } = block?.position ?? node.position;
  ignores.push({ ids, position: node.position.start, first: start, last: end });
}

function nextBlock(parent: Readonly<MdastNode>, index: number): MdastNode | undefined {
  const siblings = 'children' in parent ? (parent.children as MdastNode[]).slice(index + 1) : [];
  return siblings.find((node) => !('value' in node) || ignoreIn(String(node.value)) === undefined);
}
