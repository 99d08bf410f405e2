import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, boolean, text } from '../old/values.ts';
import { COMMON_MARKUP } from '../text/common-markup.ts';
import type { TextContext } from '../text/text-source.ts';
import type { JekyllConfig } from './config.ts';
import type { Parser } from './heading-anchor.ts';

/** Returns the parser of Markdown that a blog is read with. */
export function parserOf({ values }: JekyllConfig): Parser {
  const name = text(values['markdown'])?.toLowerCase() ?? 'kramdown';
  if (name !== 'kramdown') return 'commonmark';
  const input = text(at(values, 'kramdown', 'input')) ?? 'GFM';
  return input.toLowerCase() === 'kramdown' ? 'kramdown' : 'gfm';
}

/** Returns how a page is read: as kramdown does, with formulas where the page or the theme has them. */
export function markupOf(
  { values, plugins }: JekyllConfig,
  hasMath: boolean,
): TextContext['markup'] {
  const isGfm = parserOf({ values } as JekyllConfig) !== 'kramdown';
  return {
    ...{ ...COMMON_MARKUP, attributeTitle: true, definitionList: true },
    ...{ linkify: isGfm, strikethrough: isGfm, taskList: isGfm },
    lineNos:
      boolean(at(values, 'kramdown', 'syntax_highlighter_opts', 'block', 'line_numbers')) ?? false,
    hardWraps: boolean(at(values, 'kramdown', 'hard_wrap')) ?? false,
    emoji: plugins.has('jemoji'),
    mathByTheme: hasMath,
  };
}

/**
 * True if all pages of a blog have a script for formulas between single dollars: the configuration
 * asks for one, or a template has one without a condition.
 */
export function hasMathEverywhere(root: string, { values, source }: JekyllConfig): boolean {
  if (boolean(values['enable_math']) === true) return true;
  const folder = join(root, source);
  return globSync('{_layouts,_includes}/**/*.html', { cwd: folder }).some((path) => {
    const template = readFileSync(join(folder, path), 'utf8');
    const at = template.search(/inlineMath|auto-render|tex2jax/i);
    const isConditional = /\{%-?\s*if\b[^%]*(?:math|katex|latex)/i.test(template.slice(0, at));
    return at !== -1 && !isConditional && /\[\s*["']\$["']|["']\$["']/.test(template);
  });
}
