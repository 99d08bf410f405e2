import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { didYouMean } from '../blog/nearest.ts';

type Directive = Extract<MdastNode, { type: 'containerDirective' | 'leafDirective' }>;

/** The names of directives that a feature of this folder knows. */
const KNOWN = new Set<string>([]);

/** A directive that nothing knows is a mistake; the others are left to their features. */
export const directives = defineMdastPlugin({
  name: 'octavo:directives',
  options: { position: true },
  containerDirective: refuseUnknown,
  leafDirective: refuseUnknown,
});

function refuseUnknown(node: Readonly<Directive>, ctx: MdastVisitorContext): void {
  if (KNOWN.has(node.name)) return;
  const message = `:::${node.name}: is not a directive that is known${didYouMean(node.name, KNOWN)}`;
  ctx.data.octavo?.report(node.position?.start, message);
}
