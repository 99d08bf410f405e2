import { at, boolean, integer, text } from '../old/values.ts';
import { asksForMath } from '../text/asks-for-math.ts';
import { COMMON_MARKUP } from '../text/common-markup.ts';
import { plainText } from '../text/plain-text.ts';
import type { TextContext } from '../text/text-source.ts';
import type { HexoConfig } from './config.ts';
import type { HexoPage } from './content.ts';
import { hexoSlug } from './slug.ts';

/** Packages that read formulas between dollars. */
const MATH =
  'hexo-math hexo-filter-mathjax hexo-filter-katex hexo-katex hexo-renderer-mathjax hexo-renderer-markdown-it-plus hexo-renderer-markdown-it-katex @traptitech/markdown-it-katex markdown-it-katex @neilsustc/markdown-it-katex'.split(
    ' ',
  );

/** Returns how a text is read, by the renderer of the blog. */
export function markupOf(page: HexoPage, config: HexoConfig): TextContext['markup'] {
  const { values, packages, theme } = config;
  const isMarkdownIt = packages.has('hexo-renderer-markdown-it');
  const breaks = isMarkdownIt
    ? at(values, 'markdown', 'render', 'breaks')
    : at(values, 'marked', 'breaks');
  const isOn = ['mathjax', 'katex'].some(
    (key) => boolean(at(theme, 'math', key, 'enable')) === true,
  );
  return {
    ...COMMON_MARKUP,
    hardWraps: boolean(breaks) ?? !packages.has('hexo-renderer-pandoc'),
    emoji: ['hexo-filter-github-emojis', 'hexo-filter-emoji', 'markdown-it-emoji'].some((name) =>
      packages.has(name),
    ),
    mathByTheme: asksForMath(page.source.values) || isOn || MATH.some((name) => packages.has(name)),
  };
}

/** Returns the id that Hexo gives to a heading, by its line of Markdown. */
export function headingAnchor(line: string, { values }: HexoConfig): string {
  const transform =
    integer(at(values, 'marked', 'modifyAnchors')) ??
    integer(at(values, 'markdown', 'anchors', 'case')) ??
    Number(text(at(values, 'marked', 'modifyanchors')) ?? 0);
  return hexoSlug(plainText(line), transform);
}
