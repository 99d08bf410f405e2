import { DEFAULT_SITE } from '../document.ts';
import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { stringsFor } from '../../strings/strings.ts';
import type { MarkdownFeature } from '../feature.ts';

/** The kinds of callouts, which are GitHub's. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
type Kind = (typeof CALLOUTS)[number];

type Of<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;
type Inline = Of<'paragraph'>['children'];

/**
 * Callouts: GitHub's `> [!NOTE]`, with a title of one's own behind it, collapsible with a `-` or
 * (open) `+`; and `:::note[Title]{collapsed}`. They are no `aside`, which readers of pages and
 * feeds take for what is beside the text, and leave out.
 */
export const callouts = {
  mdast: defineMdastPlugin({
    name: 'octavo:callouts',
    options: { position: true },
    blockquote: fromQuotation,
    containerDirective: fromDirective,
  }),
} satisfies MarkdownFeature;

function fromQuotation(node: Readonly<Of<'blockquote'>>, ctx: MdastVisitorContext): void {
  const [first, ...rest] = node.children;
  const mark = first?.type === 'paragraph' ? markOf(first, ctx) : undefined;
  if (first?.type !== 'paragraph' || !mark) return;
  const kind = mark.word.toLowerCase();
  if (!isKind(kind)) {
    const nearest = didYouMean(mark.word, NAMES);
    const message = `[!${mark.word}]: unknown callout; use one of ${NAMES.join(', ')}${nearest}`;
    ctx.data.octavo?.report(first.position?.start, message);
    return;
  }
  const { title, text } = divide(first.children, mark.length);
  const paragraph = text.length > 0 ? [{ type: 'paragraph' as const, children: text }] : [];
  const fold = mark.fold === '-' ? 'closed' : mark.fold === '+' ? 'open' : undefined;
  ctx.replaceNode(node, callout({ kind, title, fold, children: [...paragraph, ...rest] }, ctx));
}

const NAMES = CALLOUTS.map((kind) => kind.toUpperCase());

function isKind(name: string): name is Kind {
  return CALLOUTS.some((kind) => kind === name);
}

/** Returns the `[!NOTE]-` that a paragraph begins with, unless it is escaped. */
function markOf({ children: [first] }: Readonly<Of<'paragraph'>>, ctx: MdastVisitorContext) {
  if (first?.type !== 'text') return undefined;
  const match = /^\[!([\p{L}\p{N}_-]+)\]([-+]?)(?:[ \t]+|(?=\n)|$)/u.exec(first.value);
  const offset = first.position?.start.offset;
  if (!match || (offset !== undefined && ctx.source[offset] !== '[')) return undefined;
  const [{ length }, word = '', fold = ''] = match;
  return { word, fold, length };
}

/** Parts a first paragraph behind its mark: the rest of the line is the title. */
function divide([first, ...others]: Inline, markLength: number): { title: Inline; text: Inline } {
  const behind = first?.type === 'text' ? first.value.slice(markLength) : '';
  const all: Inline = [{ type: 'text', value: behind }, ...others];
  const at = all.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  );
  if (at === -1) return { title: withoutEmpty(all), text: [] };
  const [title, text] = [all.slice(0, at), all.slice(at + 1)];
  const last = all[at];
  if (last?.type === 'text') {
    const end = last.value.indexOf('\n');
    title.push({ type: 'text', value: last.value.slice(0, end) });
    text.unshift({ type: 'text', value: last.value.slice(end + 1) });
  }
  return { title: withoutEmpty(title), text: withoutEmpty(text) };
}

function withoutEmpty(nodes: Inline): Inline {
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

function fromDirective(node: Readonly<Of<'containerDirective'>>, ctx: MdastVisitorContext): void {
  const { name: kind, children } = node;
  if (!isKind(kind)) return;
  const attributes = node.attributes ?? {};
  refuseUnknown(node, ctx);
  const fold = 'collapsed' in attributes ? 'closed' : 'open' in attributes ? 'open' : undefined;
  const id = attributes['id'] ?? undefined;
  const label = children[0];
  const text =
    label?.type === 'paragraph' && label.data?.directiveLabel
      ? { title: label.children, children: children.slice(1) }
      : { title: [], children };
  ctx.replaceNode(node, callout({ kind, fold, id, ...text }, ctx));
}

function refuseUnknown(
  { name, attributes, position }: Readonly<Of<'containerDirective'>>,
  ctx: MdastVisitorContext,
): void {
  for (const attribute of Object.keys(attributes ?? {})) {
    if (ATTRIBUTES.includes(attribute)) continue;
    const message = `:::${name}: unknown attribute ${attribute}${didYouMean(attribute, ATTRIBUTES)}`;
    ctx.data.octavo?.report(position?.start, message);
  }
}

const ATTRIBUTES = ['open', 'collapsed', 'id'];

interface Callout {
  kind: Kind;
  /** Empty where it is the name of the kind. */
  title: Inline;
  /** Of one that is collapsible, how it is at first. */
  fold: 'open' | 'closed' | undefined;
  id?: string | undefined;
  children: Of<'blockquote'>['children'];
}

function callout(
  { kind, title, fold, id, children }: Callout,
  { data: { octavo: document } }: MdastVisitorContext,
): MdastNode {
  const name = stringsFor(document?.site ?? DEFAULT_SITE)[kind];
  const words: Inline = title.length > 0 ? title : [{ type: 'text', value: name }];
  const node = {
    type: 'callout',
    data: {
      hName: fold ? 'details' : 'div',
      hProperties: {
        className: ['callout', kind],
        ...(id && { id }),
        ...(fold ? { open: fold === 'open' } : { role: 'note' }),
      },
    },
    children: [
      {
        type: 'calloutTitle',
        data: { hName: fold ? 'summary' : 'p', hProperties: { className: ['callout-title'] } },
        // Bold without a style sheet too, as in feeds.
        children: [{ type: 'strong', children: words }],
      },
      ...children,
    ],
  };
  // A node of ours, which mdast has no type for.
  return node as unknown as MdastNode;
}
