import { code } from './code/code.ts';
import { diagrams } from './diagrams/diagrams.ts';
import { callouts } from './directives/callouts.ts';
import { directives } from './directives/directives.ts';
import { mdxTags } from './directives/mdx-tags.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import type { MarkdownFeature } from './feature.ts';
import type { TextCheck } from './text-check.ts';
import { headings, writtenHeadings } from './headings/headings.ts';
import { links } from './links/links.ts';
import { math } from './math/math.ts';
import { figures } from './pictures/figures.ts';
import { pictures } from './pictures/pictures.ts';
import { videoLinks } from './pictures/video-links.ts';
import { cjkMarks } from './text/cjk-marks.ts';
import { emoji } from './text/emoji.ts';
import { footnotes } from './text/footnotes.ts';
import { foreignSyntax } from './text/foreign-syntax.ts';
import { rawHtml } from './text/raw-html.ts';
import { smartQuotes } from './text/smart-quotes.ts';
import { tables } from './text/tables.ts';
import { taskLists } from './text/task-lists.ts';
import { todo } from './text/todo.ts';

/** The features of Markdown, in the order in which their plugins run. */
export const features: readonly MarkdownFeature[] = [
  cjkMarks,
  smartQuotes,
  emoji,
  // Sätteri aligns cells by style attributes, which this makes classes.
  tables,
  rawHtml,
  directives,
  mdxTags,
  callouts,
  writtenHeadings,
  links,
  videoLinks,
  taskLists,
  math,
  diagrams,
  code,
  figures,
  pictures,
  headings,
  footnotes,
  { checks: { ...foreignSyntax, ...todo } },
];

export const mdastPlugins = features.flatMap(({ mdast }) => mdast ?? []);
export const hastPlugins = features.flatMap(({ hast }) => hast ?? []);
/** The hast plugins that a check without HTML needs, since they report errors. */
export const checkingPlugins = [writtenHeadings.hast, code.hast, headings.hast];
export const textChecks = features.flatMap(
  ({ checks = {} }) => Object.entries(checks) as [CheckId, TextCheck][],
);
