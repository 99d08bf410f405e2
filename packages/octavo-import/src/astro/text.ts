import { COMMON_MARKUP } from '../text/common-markup.ts';
import { Conversion, editedText } from '../text/conversion.ts';
import { finishConversion } from '../text/finish-conversion.ts';
import { formulaPass } from '../text/formula-pass.ts';
import { applyPasses, isWithin, type Pass } from '../text/passes.ts';
import { Placeholders } from '../text/placeholders.ts';
import type { ConvertedText, TextContext, TextSource } from '../text/text-source.ts';
import type { AstroConfig } from './config.ts';
import { directives } from './directives.ts';
import { withoutComponents } from './mdx/mdx.ts';

/** The surroundings of a text of an Astro blog. */
interface AstroText {
  context: TextContext;
  isMdx: boolean;
  /** True if directives (`:::note`) are syntax. */
  hasDirectives: boolean;
  /** True if a list of headings stands below a heading of this name. */
  hasContents: boolean;
}

/** Returns the text of an Astro blog as Octavo's Markdown. Never throws for bad input. */
export function convertText(source: TextSource, astro: AstroText): ConvertedText {
  const { context } = astro;
  const conversion = new Conversion(source, context);
  const placeholders = new Placeholders(source.body);
  const plain = astro.isMdx
    ? withoutComponents(conversion, placeholders)
    : editedText(source.body, []);
  const passed = applyPasses(plain, [
    ...(astro.hasDirectives ? [directives(placeholders)] : []),
    ...(astro.hasContents ? [emptyContents] : []),
    formulaPass(context, placeholders),
  ]);
  return finishConversion(passed, conversion, placeholders);
}

/** The heading below which remark-toc puts a list of headings; long posts have one here. */
const emptyContents: Pass = (text, code) =>
  [...text.matchAll(/^#{1,6}[ \t]+(?:table[ -]of[ -])?(?:contents?|toc)[ \t]*\n+(?=#|$)/gim)]
    .filter(({ index }) => !isWithin(index, code))
    .map(({ index, 0: all }) => ({ start: index, end: index + all.length, text: '' }));

/** Returns how the texts of a project are read, by its configuration and its dependencies. */
export function markupOf({ values, dependencies }: AstroConfig): TextContext['markup'] {
  const markdown = values['markdown'] as { smartypants?: boolean } | undefined;
  const has = (...names: string[]) => names.some((name) => dependencies.has(name));
  return {
    ...COMMON_MARKUP,
    attributeTitle: has('remark-heading-id'),
    typographer: markdown?.smartypants !== false,
    hardWraps: has('remark-breaks'),
    emoji: has('remark-emoji', 'remark-gemoji'),
    passthrough: has('remark-math') ? { inline: [['$', '$']], block: [['$$', '$$']] } : undefined,
  };
}
