import { asMarkdown } from '../html/as-markdown.ts';
import type { LiquidAround } from '../liquid/expand.ts';
import { convertLiquid } from '../liquid/convert-liquid.ts';
import type { Conversion } from '../text/conversion.ts';
import { formulaPass } from '../text/formula-pass.ts';
import type { Placeholders } from '../text/placeholders.ts';
import type { ConvertedText, TextContext, TextSource } from '../text/text-source.ts';
import type { Parser } from './heading-anchor.ts';
import { abbreviations } from './kramdown/abbreviations.ts';
import { attributeLists } from './kramdown/attribute-lists.ts';
import { blockEnds, extensions, lineBreaks } from './kramdown/extensions.ts';
import { doubleDollars } from './kramdown/formulas.ts';
import { htmlBlocks } from '../text/html-blocks.ts';
import type { Pass } from '../text/passes.ts';
import { inlineHtml } from './kramdown/inline-html.ts';
import { headlessTables } from './kramdown/tables.ts';

/** The surroundings of a text of a Jekyll blog. */
export interface JekyllText {
  context: TextContext;
  parser: Parser;
  /** Absent where Liquid is switched off. */
  liquid: LiquidAround | undefined;
  /** True for a file in HTML. */
  isHtml: boolean;
  /** The separator of excerpts, if the blog has one of its own. */
  excerptSeparator: string;
  /** True if kramdown reads Markdown within HTML. */
  isMarkdownInHtml: boolean;
}

/** Returns the text of a Jekyll blog as Octavo's Markdown. Never throws for bad input. */
export function convertText(source: TextSource, jekyll: JekyllText): ConvertedText {
  const { context, liquid, isHtml, parser } = jekyll;
  const isKramdown = parser !== 'commonmark' && !isHtml;
  return convertLiquid(source, {
    ...{ context, liquid },
    passes: (conversion, placeholders) => [
      ...(isKramdown ? kramdown(jekyll, conversion, placeholders) : []),
      isHtml ? asMarkdown(placeholders) : formulaPass(context, placeholders),
      excerptEnd(jekyll.excerptSeparator),
    ],
  });
}

function kramdown(
  { isMarkdownInHtml }: JekyllText,
  conversion: Conversion,
  placeholders: Placeholders,
): Pass[] {
  return [
    extensions,
    attributeLists(conversion),
    doubleDollars(placeholders),
    htmlBlocks(isMarkdownInHtml),
    inlineHtml,
    headlessTables,
    abbreviations,
    blockEnds,
    lineBreaks,
  ];
}

/** Writes a separator of excerpts as Octavo's. */
function excerptEnd(separator: string): Pass {
  return (text) => {
    const at = separator === '' ? -1 : text.indexOf(separator);
    if (at === -1 || /^<!--\s*more\s*-->$/.test(separator)) return [];
    return [{ start: at, end: at + separator.length, text: '\n\n<!--more-->\n\n' }];
  };
}
