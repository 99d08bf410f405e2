import { aliasOfItself } from './aliases/alias-of-itself.ts';
import { aliasTaken } from './aliases/alias-taken.ts';
import { aliasTwice } from './aliases/alias-twice.ts';
import { cardFont } from './card-font.ts';
import { descriptionLength } from './description-length.ts';
import { overrideOutdated } from './override-outdated.ts';
import { permalinkBack } from './permalinks/permalink-back.ts';
import { permalinkLost } from './permalinks/permalink-lost.ts';
import { pictureUnused } from './picture-unused.ts';
import { updatedBeforeDate } from './updated-before-date.ts';
import { updatedInFuture } from './updated-in-future.ts';
import { textChecks } from '../markdown/features.ts';
import type { Check } from './check.ts';

/** All checks, sorted by id. */
export const checks: readonly Check[] = [
  ...textChecks,
  aliasOfItself,
  aliasTaken,
  aliasTwice,
  cardFont,
  descriptionLength,
  overrideOutdated,
  permalinkBack,
  permalinkLost,
  pictureUnused,
  updatedBeforeDate,
  updatedInFuture,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
