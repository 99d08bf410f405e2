import { defineHastPlugin, type HastNode, type HastVisitorContext } from 'satteri';
import { DECORATIVE } from './media.ts';
import type { MarkdownFeature } from '../feature.ts';
import { element, isElement, type Element } from '../tree.ts';

/** A picture alone in its paragraph is a figure, with its title for a caption. */
export const figures = {
  hast: defineHastPlugin({
    name: 'octavo:figures',
    element: {
      filter: ['img'],
      visit(picture, ctx) {
        const found = paragraphOf(picture, ctx);
        if (!found) return;
        const { paragraph, alone } = found;
        const { title, ...properties } = picture.properties;
        const isCaption = typeof title === 'string' && title !== '' && title !== DECORATIVE;
        const shown = isCaption ? withPicture(alone, { ...picture, properties }) : alone;
        const caption = isCaption ? [element('figcaption', {}, [title])] : [];
        // In a figure of the author's it is a part of that.
        const isInFigure = nameOf(ctx.parent(paragraph)) === 'figure';
        ctx.replaceNode(
          paragraph,
          isInFigure ? [shown, ...caption] : element('figure', {}, [shown, ...caption]),
        );
      },
    },
  }),
} satisfies MarkdownFeature;

/** Returns the name of an element, in MDX also of one that is written as JSX. */
export function nameOf(node: Readonly<HastNode> | undefined): string | null {
  if (node?.type === 'element') return node.tagName;
  return node?.type === 'mdxJsxFlowElement' || node?.type === 'mdxJsxTextElement'
    ? node.name
    : null;
}

/** Returns the paragraph that holds a picture alone, or a link with nothing but a picture in it. */
function paragraphOf(picture: Readonly<Element>, ctx: HastVisitorContext) {
  const parent = ctx.parent(picture);
  const link = isElement(parent, 'a') ? parent : undefined;
  const paragraph = ctx.parent(link ?? picture);
  const alone = isElement(paragraph, 'p') ? onlyChild(paragraph) : undefined;
  if (!alone || (link && !onlyChild(alone))) return undefined;
  return { paragraph, alone };
}

function onlyChild({ children }: Readonly<Element>): Element | undefined {
  const [child, ...others] = children.filter(
    (node) => node.type !== 'text' || node.value.trim() !== '',
  );
  return others.length === 0 && child?.type === 'element' ? child : undefined;
}

function withPicture(alone: Element, picture: Element): Element {
  return alone.tagName === 'a' ? { ...alone, children: [picture] } : picture;
}
