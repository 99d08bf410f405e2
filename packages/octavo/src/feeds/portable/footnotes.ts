import { hasClass, text } from '../../markdown/tree.ts';
import type { Rule } from './rule.ts';

/**
 * Footnotes: once, since the copies beside the text are hidden. Their addresses are whole, and
 * their ids those of the page. So a reader that knows the address of the item stays in it
 * (NetNewsWire shows the note where `#fn` behind that address is meant; FreshRSS scrolls), and any
 * other opens the article at the note. An id of the feed's own would lead nowhere there, and a
 * bare `#fn-1` is a relative reference, which the W3C's validator warns of and which meets the
 * wrong note where a reader shows several items in one page.
 */
export const footnotes: Rule = (node, { inside }) => {
  // On the page a space by style keeps 1 and 2 from being 12.
  if (!hasClass(node, 'beside-another')) return undefined;
  return [text(' '), { ...node, children: inside(node) }];
};
