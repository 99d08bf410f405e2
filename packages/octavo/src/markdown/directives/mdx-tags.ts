import {
  defineMdastPlugin,
  type MdastNode,
  type MdastVisitorContext,
  type MdxJsxFlowElement,
} from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { CALLOUTS } from './callouts.ts';
import type { MarkdownFeature } from '../feature.ts';

type Attributes = Map<string, string>;

/** The attributes of a component, and its Markdown. */
interface Component {
  attributes: readonly string[];
  toMarkdown: (attributes: Attributes, node: Readonly<MdxJsxFlowElement>) => MdastNode;
}

const callout: Component = {
  attributes: ['type', 'title', 'open', 'collapsed', 'id'],
  toMarkdown: (given, { children }) => {
    const { type = 'note', title, ...attributes } = Object.fromEntries(given);
    const words = { type: 'text' as const, value: title ?? '' };
    const label = { type: 'paragraph' as const, data: { directiveLabel: true }, children: [words] };
    return {
      type: 'containerDirective',
      name: type,
      attributes,
      children: title === undefined ? children : [label, ...children],
    } as MdastNode;
  },
};

const figure: Component = {
  attributes: ['src', 'alt', 'caption'],
  toMarkdown: (given) => {
    const { src: url = '', alt = '', caption: title } = Object.fromEntries(given);
    return { type: 'paragraph', children: [{ type: 'image', url, alt, title: title ?? null }] };
  },
};

/** `Aside` is what Starlight calls a callout. */
const COMPONENTS = new Map(Object.entries({ Callout: callout, Aside: callout, Figure: figure }));

/**
 * The components that MDX has without an import: `<Callout type="tip" title="…">`, `<Aside>` and
 * `<Figure src="./a.png" alt="…" caption="…" />` become what Markdown writes in other ways, before
 * that is read. One of the same name that the author imports or declares is left to the author.
 */
export const mdxTags = {
  mdast: ({ sourceFormat, source }) => {
    if (sourceFormat !== 'mdx' || !/<(?:Callout|Aside|Figure)\b/.test(source)) return null;
    return defineMdastPlugin({
      name: 'octavo:components',
      options: { position: true },
      mdxJsxFlowElement(node, ctx) {
        const component = COMPONENTS.get(node.name ?? '');
        if (!component || isDeclared(node.name ?? '', ctx.source)) return;
        ctx.replaceNode(node, component.toMarkdown(attributesOf(node, component, ctx), node));
      },
    });
  },
} satisfies MarkdownFeature;

function isDeclared(name: string, source: string): boolean {
  return new RegExp(`^(?:import|export)\\b.*\\b${name}\\b`, 'm').test(source);
}

/** Returns the known attributes; reports others, and values that are not text. */
function attributesOf(
  node: Readonly<MdxJsxFlowElement>,
  { attributes: known }: Component,
  ctx: MdastVisitorContext,
): Attributes {
  const attributes: Attributes = new Map();
  const refuse = (message: string) =>
    ctx.data.octavo?.report(node.position?.start, `<${node.name}>: ${message}`);
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute')
      refuse('spread attributes are not supported; write each as text');
    else if (!known.includes(attribute.name)) {
      refuse(`unknown attribute ${attribute.name}${didYouMean(attribute.name, known)}`);
    } else if (typeof (attribute.value ?? '') !== 'string')
      refuse(`${attribute.name} must be text`);
    else attributes.set(attribute.name, String(attribute.value ?? ''));
  }
  const type = attributes.get('type');
  if (type !== undefined && !CALLOUTS.some((kind) => kind === type)) {
    refuse(`type must be one of ${CALLOUTS.join(', ')}${didYouMean(type, CALLOUTS)}`);
    attributes.delete('type');
  }
  return attributes;
}
