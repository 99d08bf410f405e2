import { aliasOfItself } from './aliases/alias-of-itself.ts';
import { aliasTaken } from './aliases/alias-taken.ts';
import { aliasTwice } from './aliases/alias-twice.ts';
import { cardFont } from './card-font.ts';
import { deadLink } from '../markdown/links/dead-link.ts';
import { descriptionLength } from './description-length.ts';
import { emptyLink } from '../markdown/links/empty-link.ts';
import { footnoteUndefined } from '../markdown/text/footnote-undefined.ts';
import { footnoteUnused } from '../markdown/text/footnote-unused.ts';
import { headingOne } from '../markdown/headings/heading-one.ts';
import { headingSkip } from '../markdown/headings/heading-skip.ts';
import { openComment } from '../markdown/text/open-comment.ts';
import { openFence } from '../markdown/code/open-fence.ts';
import { overrideOutdated } from './override-outdated.ts';
import { permalinkBack } from './permalinks/permalink-back.ts';
import { permalinkLost } from './permalinks/permalink-lost.ts';
import { pictureSize } from '../markdown/pictures/picture-size.ts';
import { pictureUnused } from './picture-unused.ts';
import { referenceUndefined } from '../markdown/links/reference-undefined.ts';
import { todo } from '../markdown/text/todo.ts';
import { updatedBeforeDate } from './updated-before-date.ts';
import { updatedInFuture } from './updated-in-future.ts';
import type { Check } from './check.ts';

/** Every check that has a file here. */
export const checks: readonly Check[] = [
  aliasOfItself,
  aliasTaken,
  aliasTwice,
  cardFont,
  deadLink,
  descriptionLength,
  emptyLink,
  footnoteUndefined,
  footnoteUnused,
  headingOne,
  headingSkip,
  openComment,
  openFence,
  overrideOutdated,
  permalinkBack,
  permalinkLost,
  pictureSize,
  pictureUnused,
  referenceUndefined,
  todo,
  updatedBeforeDate,
  updatedInFuture,
];

/**
 * What Markdown features find themselves and can be switched off too, since the page is made all
 * the same.
 */
export const builtIn: readonly Pick<Check, 'id' | 'severity' | 'about'>[] = [
  {
    id: 'code-fence',
    severity: 'warning',
    about: 'a fence of code that asks for a language, a word or a line that is not there',
  },
  { id: 'diagram-name', severity: 'warning', about: 'a diagram without a name (`accTitle`)' },
  {
    id: 'picture-alt',
    severity: 'error',
    about: 'a picture, video or sound without a text for who cannot see or hear it',
  },
  {
    id: 'raw-html',
    severity: 'warning',
    about: 'HTML that the security policy of a page refuses: `style`, `onclick`, frames, scripts',
  },
];
