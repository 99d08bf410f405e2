import {
  defineMdastPlugin,
  type Custom,
  type MdastNode,
  type MdastVisitorContext,
  type MdxJsxFlowElement,
} from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import { isDeclared } from '../written-tags.ts';
import { callout, CALLOUTS, isCallout } from './callouts.ts';

const OF_CALLOUTS = ['type', 'title', 'open', 'collapsed', 'id'];

/** The attributes of each component; `Aside` is what Starlight calls a callout. */
export const COMPONENTS = new Map([
  ['Callout', OF_CALLOUTS],
  ['Aside', OF_CALLOUTS],
  ['Figure', ['src', 'alt', 'caption']],
]);

/**
 * The components that MDX has without an import: `<Callout type="tip" title="…">`, `<Aside>` and
 * `<Figure src="./a.png" alt="…" caption="…" />` become what Markdown writes in other ways, before
 * that is read. One of the same name that the author imports or declares is left to the author.
 */
export const mdxTags = {
  mdast: ({ sourceFormat, source }) =>
    sourceFormat === 'mdx' &&
    /<(?:Callout|Aside|Figure)\b/.test(source) &&
    defineMdastPlugin({
      name: 'octavo:components',
      options: { position: true },
      mdxJsxFlowElement(node, ctx) {
        const name = node.name ?? '';
        const known = COMPONENTS.get(name);
        if (!known || isDeclared(name, ctx.source)) return;
        const attributes: Record<string, string> = {};
        for (const attribute of node.attributes) {
          const problem = problemOf(attribute, known);
          if (problem !== undefined)
            documentOf(ctx).report(node.position?.start, `<${name}>: ${problem}`, 'component');
          else if ('name' in attribute) attributes[attribute.name] = String(attribute.value ?? '');
        }
        ctx.replaceNode(node, toMarkdown(name, attributes, node, ctx));
      },
    }),
} satisfies MarkdownFeature;

/** Returns the Markdown of a component. */
function toMarkdown(
  name: string,
  attributes: Record<string, string>,
  { children }: Readonly<MdxJsxFlowElement>,
  ctx: MdastVisitorContext,
): MdastNode | Custom {
  const { type = '', title, src: url = '', alt = '', caption } = attributes;
  if (name === 'Figure')
    return { type: 'paragraph', children: [{ type: 'image', url, alt, title: caption ?? null }] };
  const label = title ? [{ type: 'text' as const, value: title }] : [];
  return callout(isCallout(type) ? type : 'note', label, attributes, children, ctx);
}

/** Returns the problem of an attribute that is unknown or not text. */
function problemOf(
  attribute: MdxJsxFlowElement['attributes'][number],
  known: readonly string[],
): string | undefined {
  if (!('name' in attribute)) return 'spread attributes are not supported; write each as text';
  const { name, value } = attribute;
  if (!known.includes(name)) return `unknown attribute ${name}${didYouMean(name, known)}`;
  const text = value ?? '';
  if (typeof text !== 'string') return `${name} must be text`;
  if (name !== 'type' || isCallout(text)) return undefined;
  return `type must be one of ${CALLOUTS.join(', ')}${didYouMean(text, CALLOUTS)}`;
}
