import { nameToEmoji } from 'gemoji';
import { defineMdastPlugin } from 'satteri';
import { blockVisitors, setText, textsOf } from './prose-text.ts';
import type { MarkdownFeature } from '../feature.ts';

/** Short codes in text (`:smile:`), by the names of GitHub, become emoji; others stay as typed. */
export const emoji = {
  mdast: ({ source }) =>
    /:[a-z\d_+-]+:/.test(source) &&
    defineMdastPlugin({
      name: 'octavo:emoji',
      ...blockVisitors((block, ctx) => {
        for (const text of textsOf(block).prose) setText(text, withEmoji(text.value), ctx);
      }),
    }),
} satisfies MarkdownFeature;

/** Returns a text with its short codes as emoji; none begins or ends at a letter, digit or colon. */
export function withEmoji(text: string): string {
  return text.replace(SHORT_CODE, (code, name: string) =>
    Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name]! : code,
  );
}

const SHORT_CODE = /(?<![\p{L}\p{N}_:]):([a-z\d_+-]+):(?![\p{L}\p{N}_:])/gu;
