import type { TextCheck } from '../text-check.ts';

/** A link without a URL, or without a text to click. */
export const emptyLink: TextCheck = {
  id: 'empty-link',
  severity: 'error',
  about: 'a link without a URL or text: `[here]()`, `[](/about/)`',
  ofText: ({ links }) =>
    links.flatMap(({ url, isNamed, position }) => {
      if (url.trim() === '' || url.trim() === '#')
        return [{ position, message: 'link: no URL; write it in the parentheses' }];
      if (isNamed) return [];
      return [
        { position, message: `link: the link to ${url} has no text; write it in the brackets` },
      ];
    }),
};
