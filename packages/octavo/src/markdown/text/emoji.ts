import { nameToEmoji } from 'gemoji';
import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import { textsOf } from './prose-text.ts';
import type { MarkdownFeature } from '../feature.ts';

/** Short codes in text (`:smile:`), by the names of GitHub, become emoji; others stay as typed. */
export const emoji = {
  mdast: ({ source }) =>
    /:[a-z\d_+-]+:/.test(source) &&
    defineMdastPlugin({
      name: 'octavo:emoji',
      paragraph: setEmoji,
      heading: setEmoji,
      tableCell: setEmoji,
      descriptionTerm: setEmoji,
    }),
} satisfies MarkdownFeature;

function setEmoji(block: Parameters<typeof textsOf>[0], ctx: MdastVisitorContext): void {
  for (const text of textsOf(block).prose) {
    const value = withEmoji(text.value);
    if (value !== text.value) ctx.setProperty(text, 'value', value);
  }
}

/** Returns a text with its short codes as emoji; none begins or ends at a letter, digit or colon. */
export function withEmoji(text: string): string {
  return text.replace(SHORT_CODE, (code, name: string) =>
    Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name]! : code,
  );
}

const SHORT_CODE = /(?<![\p{L}\p{N}_:]):([a-z\d_+-]+):(?![\p{L}\p{N}_:])/gu;
