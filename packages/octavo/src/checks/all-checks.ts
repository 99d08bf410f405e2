import { textChecks } from '../markdown/features.ts';
import { aliasChecks } from './alias-checks.ts';
import { blockedCss } from './blocked-css.ts';
import type { Check } from './check.ts';
import { fontFile } from './font-file.ts';
import { fileIgnored } from './file-ignored.ts';
import { frontMatterChecks } from './front-matter-checks.ts';
import { overrideOutdated } from './override-outdated.ts';
import { permalinkChecks } from './permalink-checks.ts';
import { pictureGps } from './picture-gps.ts';
import { pictureUnused } from './picture-unused.ts';
import { stringsMissing } from './strings-missing.ts';
import { svgScript } from './svg-script.ts';

export const checks: readonly Check[] = [
  ...textChecks,
  ...aliasChecks,
  ...frontMatterChecks,
  ...permalinkChecks,
  overrideOutdated,
  pictureGps,
  pictureUnused,
  blockedCss,
  fontFile,
  fileIgnored,
  stringsMissing,
  svgScript,
];
