import { defineMdastPlugin, type Custom, type MdastNode, type MdastVisitorContext } from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { stringsFor } from '../../strings/strings.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import type { Of } from '../syntax.ts';
import { markdownElement } from '../tree.ts';

/** The kinds of callouts, which are GitHub's. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
const ATTRIBUTES = ['open', 'collapsed', 'id'];

type Directive = Of<'containerDirective'>;
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
    blockquote: readQuotation,
    containerDirective: readDirective,
  }),
} satisfies MarkdownFeature;

export function isCallout(name: string): name is (typeof CALLOUTS)[number] {
  return CALLOUTS.some((kind) => kind === name);
}

function readQuotation(node: Readonly<Of<'blockquote'>>, ctx: MdastVisitorContext): void {
  const [first, ...rest] = node.children;
  const mark = first?.type === 'paragraph' ? markOf(first, ctx) : undefined;
  if (first?.type !== 'paragraph' || !mark) return;
  const kind = mark.word.toLowerCase();
  if (!isCallout(kind)) {
    const names = CALLOUTS.map((name) => name.toUpperCase());
    const nearest = didYouMean(mark.word, names);
    const message = `[!${mark.word}]: unknown callout; use one of ${names.join(', ')}${nearest}`;
    documentOf(ctx).report(first.position?.start, message, 'callout');
    return;
  }
  const { title, text } = divide(first.children, mark.length);
  const paragraph = text.length > 0 ? [{ type: 'paragraph' as const, children: text }] : [];
  const attributes = { ...(mark.fold && { [mark.fold === '-' ? 'collapsed' : 'open']: '' }) };
  ctx.replaceNode(node, callout(kind, title, attributes, [...paragraph, ...rest], ctx));
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
  const end = all.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  );
  const at = end === -1 ? all.length : end;
  const last = all[at];
  const [before = '', after = ''] = last?.type === 'text' ? last.value.split(/\n(.*)/s) : [];
  return {
    title: withoutEmpty([...all.slice(0, at), { type: 'text', value: before }]),
    text: withoutEmpty([{ type: 'text', value: after }, ...all.slice(at + 1)]),
  };
}

function withoutEmpty(nodes: Inline): Inline {
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

function readDirective(node: Readonly<Directive>, ctx: MdastVisitorContext): void {
  const { name, attributes, position, children } = node;
  if (!isCallout(name)) return;
  for (const attribute of Object.keys(attributes ?? {})) {
    if (ATTRIBUTES.includes(attribute)) continue;
    const message = `:::${name}: unknown attribute ${attribute}${didYouMean(attribute, ATTRIBUTES)}`;
    documentOf(ctx).report(position?.start, message, 'callout');
  }
  const [label, ...rest] = children;
  const isLabel = label?.type === 'paragraph' && label.data?.directiveLabel;
  const [title, text] = isLabel ? [label.children, rest] : [[], children];
  ctx.replaceNode(node, callout(name, title, attributes, text, ctx));
}

/** Returns a callout; without a title, it has the name of its kind. */
export function callout(
  kind: (typeof CALLOUTS)[number],
  title: Inline,
  attributes: Directive['attributes'],
  children: readonly MdastNode[],
  ctx: MdastVisitorContext,
): Custom {
  const { id, open, collapsed } = { ...attributes };
  const [box, heading, state] =
    (open ?? collapsed) === undefined
      ? ['div', 'p', { role: 'note' }]
      : ['details', 'summary', { open: collapsed === undefined }];
  const ofKind: Inline = [{ type: 'text', value: stringsFor(documentOf(ctx).site)[kind] }];
  // Bold without a style sheet too, as in feeds.
  const name = { type: 'strong' as const, children: title.length > 0 ? title : ofKind };
  return markdownElement(box, { className: ['callout', kind], ...(id && { id }), ...state }, [
    markdownElement(heading, { className: ['callout-title'] }, [name]),
    ...children,
  ]);
}
