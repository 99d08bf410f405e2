import { aliasOfItself, aliasTaken, aliasTwice } from './alias-checks.ts';
import {
  cardFont,
  descriptionLength,
  updatedBeforeDate,
  updatedInFuture,
} from './front-matter-checks.ts';
import { overrideOutdated } from './override-outdated.ts';
import { permalinkBack, permalinkLost } from './permalink-checks.ts';
import { pictureUnused } from './picture-unused.ts';
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
