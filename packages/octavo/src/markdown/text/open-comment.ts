import { readHtml } from '../../html/read-html.ts';
import { positionIn } from '../../diagnostics/position-in.ts';
import type { TextCheck } from '../text-check.ts';

/** A comment that is never closed hides all that follows. */
export const openComment: TextCheck = {
  id: 'open-comment',
  ofText: ({ html }) =>
    html.flatMap(({ source, position }) => {
      const last = readHtml(source).comments.at(-1);
      const isOpen = last && source.startsWith('<!--', last.start);
      if (!isOpen || source.includes('-->', last.start + 2)) return [];
      const message = 'HTML: the comment is never closed, and hides what follows; end it with -->';
      return [{ position: positionIn(source, last.start, position), message }];
    }),
};
