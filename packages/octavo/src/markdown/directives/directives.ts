import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { CALLOUTS } from './callouts.ts';
import { isClosed } from './unclosed-directive.ts';
import { INCLUDE } from './include.ts';
import type { MarkdownFeature } from '../feature.ts';

type Container = Extract<MdastNode, { type: 'containerDirective' }>;
type Leaf = Extract<MdastNode, { type: 'leafDirective' }>;

/** The names of directives; files are included before. */
const CONTAINERS = new Set<string>(CALLOUTS);
const KNOWN = new Set<string>([...CALLOUTS, INCLUDE]);

/** Reports directives that are unknown, empty or never closed. */
export const directives: MarkdownFeature = {
  mdast: defineMdastPlugin({
    name: 'octavo:directives',
    options: { position: true },
    containerDirective(node, ctx) {
      if (refuseUnknown(node, ctx) || isClosed(node, ctx.source)) return;
      const { name } = node;
      const message = `:::${name}: is never closed; end it with :::, and give an outer container more colons (::::${name})`;
      ctx.data.octavo?.report(node.position?.start, message);
    },
    leafDirective(node, ctx) {
      if (refuseUnknown(node, ctx) || !CONTAINERS.has(node.name)) return;
      const message = `::${node.name}: is empty; write :::${node.name}, the text and :::`;
      ctx.data.octavo?.report(node.position?.start, message);
    },
  }),
};

function refuseUnknown(node: Readonly<Container | Leaf>, ctx: MdastVisitorContext): boolean {
  if (KNOWN.has(node.name)) return false;
  const colons = node.type === 'leafDirective' ? '::' : ':::';
  const message = `${colons}${node.name}: unknown directive${didYouMean(node.name, KNOWN)}`;
  ctx.data.octavo?.report(node.position?.start, message);
  return true;
}
