import type { TextContext } from './text-source.ts';

/** Markdown as most systems read it: CommonMark with GitHub's extensions, footnotes and raw HTML. */
export const COMMON_MARKUP: TextContext['markup'] = {
  ...{ unsafe: true, typographer: true, attributeBlock: false, attributeTitle: false },
  ...{ hardWraps: false, definitionList: false, footnote: true, linkify: true, table: true },
  ...{ strikethrough: true, taskList: true, emoji: false, lineNos: false, mathByTheme: false },
};
