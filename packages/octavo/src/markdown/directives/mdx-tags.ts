import { defineMdastPlugin, type MdastNode, type MdxJsxFlowElement } from 'satteri';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { MarkdownFeature } from '../feature.ts';
import { CALLOUTS, calloutDirective, isCallout } from './callouts.ts';

type Attributes = Record<string, string>;

/** The attributes of a component, and its Markdown. */
interface Component {
  attributes: readonly string[];
  toMarkdown: (attributes: Attributes, node: Readonly<MdxJsxFlowElement>) => MdastNode;
}

const callout: Component = {
  attributes: ['type', 'title', 'open', 'collapsed', 'id'],
  toMarkdown: ({ type = 'note', title = '', ...attributes }, { children }) =>
    calloutDirective(type, title ? [{ type: 'text', value: title }] : [], attributes, children),
};

const figure: Component = {
  attributes: ['src', 'alt', 'caption'],
  toMarkdown: ({ src: url = '', alt = '', caption: title = null }) => ({
    type: 'paragraph',
    children: [{ type: 'image', url, alt, title }],
  }),
};

/** `Aside` is what Starlight calls a callout. */
const COMPONENTS = new Map([
  ['Callout', callout],
  ['Aside', callout],
  ['Figure', figure],
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
        const component = COMPONENTS.get(name);
        if (!component || isDeclared(name, ctx.source)) return;
        const attributes: Attributes = {};
        for (const attribute of node.attributes) {
          const problem = problemOf(attribute, component.attributes);
          if (problem !== undefined)
            ctx.data.octavo?.report(node.position?.start, `<${name}>: ${problem}`);
          else if ('name' in attribute) attributes[attribute.name] = String(attribute.value ?? '');
        }
        ctx.replaceNode(node, component.toMarkdown(attributes, node));
      },
    }),
} satisfies MarkdownFeature;

function isDeclared(name: string, source: string): boolean {
  return new RegExp(`^(?:import|export)\\b.*\\b${name}\\b`, 'm').test(source);
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
