import type { TextCheck } from '../text-check.ts';

/** A link without an address leads nowhere; one without a text nobody can follow. */
export const emptyLink: TextCheck = {
  id: 'empty-link',
  severity: 'error',
  about: 'a link without a URL or text: `[here]()`, `[](/about/)`',
  ofText: ({ links }) =>
    links.flatMap(({ url, isNamed, place }) => {
      if (url.trim() === '' || url.trim() === '#')
        return [{ place, message: 'link: no URL; write it in the parentheses' }];
      if (isNamed) return [];
      return [{ place, message: `link: the link to ${url} has no text; write it in the brackets` }];
    }),
};
