import { COMMON_MARKUP } from '../text/common-markup.ts';
import { githubAnchor } from '../text/github-anchor.ts';
import { plainText } from '../text/plain-text.ts';
import type { TextContext } from '../text/text-source.ts';
import { eleventySlug } from './addresses.ts';
import type { EleventyConfig } from './config.ts';

/** Returns how texts are read, by the options that the configuration names. */
export function markupOf({ source }: EleventyConfig): TextContext['markup'] {
  const isOn = (option: string) => new RegExp(`\\b${option}:\\s*true\\b`).test(source);
  return {
    ...COMMON_MARKUP,
    attributeTitle: source.includes('markdown-it-attrs'),
    footnote: source.includes('markdown-it-footnote'),
    typographer: isOn('typographer'),
    linkify: isOn('linkify'),
    hardWraps: isOn('breaks'),
    emoji: source.includes('markdown-it-emoji'),
    mathByTheme: /katex|mathjax|markdown-it-texmath/i.test(source),
  };
}

/** Returns the function that makes the ids of headings: that of the plugin, else Octavo's. */
export function anchorOf({ source }: EleventyConfig): (line: string) => string {
  const isSlug = /IdAttributePlugin|slugify:[^,}\n]*(?:getFilter|slugify)/.test(source);
  if (isSlug) return (line) => eleventySlug(plainText(line));
  if (!/markdown-?it-?anchor/i.test(source)) return githubAnchor;
  return (line) => encodeURIComponent(plainText(line).trim().toLowerCase().replace(/\s+/g, '-'));
}
