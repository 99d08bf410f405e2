import { namedPictures } from '../markdown/pictures/picture-checks.ts';
import { todoInFrontMatter } from '../markdown/text/todo.ts';
import { aliasChecks } from './alias-checks.ts';
import type { Check } from './check.ts';
import { fileChecks } from './file-checks.ts';
import { frontMatterChecks } from './front-matter-checks.ts';
import { permalinkChecks } from './permalink-checks.ts';
import { settingsChecks } from './settings-checks.ts';

/** The checks of front matter and of the whole site, which load no parser of Markdown. */
export const siteChecks: readonly Check[] = [
  ...namedPictures,
  todoInFrontMatter,
  ...aliasChecks,
  ...frontMatterChecks,
  ...permalinkChecks,
  ...settingsChecks,
  ...fileChecks,
];
