import { aliasOfItself } from './alias-of-itself.ts';
import { aliasTaken } from './alias-taken.ts';
import { aliasTwice } from './alias-twice.ts';
import { cardFont } from './card-font.ts';
import { deadLink } from './dead-link.ts';
import { descriptionLength } from './description-length.ts';
import { emptyLink } from './empty-link.ts';
import { footnoteUndefined } from './footnote-undefined.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { headingOne } from './heading-one.ts';
import { headingSkip } from './heading-skip.ts';
import { openComment } from './open-comment.ts';
import { openFence } from './open-fence.ts';
import { overrideOutdated } from './override-outdated.ts';
import { permalinkBack } from './permalink-back.ts';
import { permalinkLost } from './permalink-lost.ts';
import { pictureSize } from './picture-size.ts';
import { pictureUnused } from './picture-unused.ts';
import { referenceUndefined } from './reference-undefined.ts';
import { todo } from './todo.ts';
import { updatedBeforeDate } from './updated-before-date.ts';
import { updatedToCome } from './updated-to-come.ts';
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
  updatedToCome,
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
