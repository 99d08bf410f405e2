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
        const { title, ...properties } = picture.properties;
        const isCaption = typeof title === 'string' && title !== '' && title !== DECORATIVE;
        const image = isCaption ? { ...picture, properties } : picture;
        const shown = link ? { ...link, children: [image] } : image;
        const children = isCaption ? [shown, element('figcaption', {}, [title])] : [shown];
        // In a figure of the author's it is a part of that.
        const around = ctx.parent(paragraph);
        const isInFigure = around !== undefined && nameOf(around) === 'figure';
        ctx.replaceNode(paragraph, isInFigure ? children : element('figure', {}, children));
      },
    },
  }),
} satisfies MarkdownFeature;

/** True for an element with one child, beside white space. */
function hasOneChild({ children }: Readonly<Element>): boolean {
  return children.filter((node) => node.type !== 'text' || node.value.trim() !== '').length === 1;
}
