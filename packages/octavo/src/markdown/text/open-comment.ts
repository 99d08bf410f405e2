import { positionIn } from '../position.ts';
import type { TextCheck } from '../text-check.ts';

/** A comment that is never closed hides all that follows. */
export const openComment: TextCheck = {
  id: 'open-comment',
  severity: 'error',
  about: 'a comment (`<!--`) that is never closed',
  ofText: ({ html }) =>
    html.flatMap(({ source, position }) => {
      const whole = source.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
      const open = whole.indexOf('<!--');
      if (open === -1) return [];
      const message = 'HTML: the comment is never closed, and hides what follows; end it with -->';
      return [{ position: positionIn(source, open, position), message }];
    }),
};
