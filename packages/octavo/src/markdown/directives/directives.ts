import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import { CALLOUTS, isCallout } from './callouts.ts';
import { INCLUDE } from './include.ts';

type Container = Extract<MdastNode, { type: 'containerDirective' }>;
type Leaf = Extract<MdastNode, { type: 'leafDirective' }>;

const KNOWN = [...CALLOUTS, INCLUDE];

/** Reports directives that are unknown, empty or never closed. */
export const directives: MarkdownFeature = {
  mdast: defineMdastPlugin({
    name: 'octavo:directives',
    options: { position: true },
    containerDirective: reportProblem,
    leafDirective: reportProblem,
  }),
};

function reportProblem(node: Readonly<Container | Leaf>, ctx: MdastVisitorContext): void {
  const problem = problemOf(node, ctx.source);
  // Its text is shown where the check is no error.
  if (!KNOWN.some((known) => known === node.name))
    ctx.setProperty(node, 'data', { ...node.data, hName: 'div' });
  const colons = node.type === 'leafDirective' ? '::' : ':::';
  if (problem !== undefined)
    documentOf(ctx).report(node.position?.start, `${colons}${node.name}: ${problem}`, 'directive');
}

function problemOf(node: Readonly<Container | Leaf>, source: string): string | undefined {
  const { name } = node;
  if (!KNOWN.some((known) => known === name)) return `unknown directive${didYouMean(name, KNOWN)}`;
  if (node.type === 'leafDirective')
    return isCallout(name) ? `is empty; write :::${name}, the text and :::` : undefined;
  if (name === INCLUDE)
    return 'is not a container; write ::include{file="./note.md"} alone on its line';
  const behind = behindOpening(node, source);
  if (behind !== '') return `unexpected text ${behind}; write :::${name}[Title]{collapsed}`;
  if (isClosed(node, source)) return undefined;
  return `is never closed; end it with :::, and give an outer container more colons (::::${name})`;
}

/** Returns the text behind the title and the attributes of a container, which is shown nowhere. */
function behindOpening({ name, position, children: [label] }: Readonly<Container>, source: string) {
  const [colons = ''] = /^:+/.exec(source.slice(position?.start.offset)) ?? [];
  const isLabel = label?.type === 'paragraph' && label.data?.directiveLabel;
  const end = isLabel
    ? label.position?.end.offset
    : (position?.start.offset ?? 0) + colons.length + name.length;
  return source
    .slice(end)
    .replace(/^(?:\{[^{}]*\})?(.*)[^]*$/, '$1')
    .trim();
}

/**
 * True where a container ends at colons of its own. One that is never closed ends with what it is
 * in, with the document or at the colons of the last container in it.
 */
function isClosed({ position, children }: Readonly<Container>, source: string): boolean {
  if (!position) return true;
  const last = children.at(-1);
  if (last?.type === 'containerDirective' && last.position?.end.offset === position.end.offset)
    return false;
  const written = source.slice(position.start.offset, position.end.offset);
  const [opening = ''] = /^:+/.exec(written) ?? [];
  const [, closing = ''] = /\n[ \t>]*(:{3,})\s*$/.exec(written) ?? [];
  return closing.length >= opening.length;
}
