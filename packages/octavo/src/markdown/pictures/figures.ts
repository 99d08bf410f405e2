import { defineHastPlugin } from 'satteri';
import { DECORATIVE } from './media.ts';
import type { MarkdownFeature } from '../feature.ts';
import { element, isElement, nameOf, type Element } from '../tree.ts';

/** A picture alone in its paragraph is a figure, with its title for a caption. */
export const figures = {
  hast: defineHastPlugin({
    name: 'octavo:figures',
    element: {
      filter: ['img'],
      visit(picture, ctx) {
        const parent = ctx.parent(picture);
        const link = isElement(parent, 'a') ? parent : undefined;
        const paragraph = ctx.parent(link ?? picture);
        if (!isElement(paragraph, 'p') || ![paragraph, link ?? paragraph].every(hasOneChild))
          return;
        const parts = withCaption(picture, link);
        // In a figure of the author's it is a part of that.
        const isInFigure = nameOf(ctx.parent(paragraph)) === 'figure';
        ctx.replaceNode(paragraph, isInFigure ? parts : element('figure', {}, parts));
      },
    },
  }),
} satisfies MarkdownFeature;

/** Returns a picture, in its link if it has one, and its title as a caption. */
function withCaption(picture: Readonly<Element>, link?: Readonly<Element>): Element[] {
  const { title, ...properties } = picture.properties;
  const linked = (image: Element) => (link ? { ...link, children: [image] } : image);
  if (typeof title !== 'string' || title === '' || title === DECORATIVE) return [linked(picture)];
  return [linked({ ...picture, properties }), element('figcaption', {}, [title])];
}

/** True for an element with one child, beside white space. */
function hasOneChild({ children }: Readonly<Element>): boolean {
  return children.filter((node) => node.type !== 'text' || node.value.trim() !== '').length === 1;
}
