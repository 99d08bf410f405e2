import { defineMdastPlugin, htmlToHast } from 'satteri';
import { documentOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';
import { textOf } from '../tree.ts';
import { placeOf } from './prose-block.ts';
import { blockVisitors, setText, textsOf, type Text } from './prose-text.ts';

/** The quotation marks of a language: the outer pair, then the inner one. */
type Marks = readonly [open: string, close: string, openInner: string, closeInner: string];

const SOUTHERN: Marks = ['«', '»', '“', '”'];
const NORTHERN: Marks = ['”', '”', '’', '’'];
const CENTRAL: Marks = ['„', '“', '‚', '‘'];
const EASTERN: Marks = ['«', '»', '„', '“'];
// A straight quotation mark is no 「」, which an author types.
const UNCHANGED: Marks = ['"', '"', "'", "'"];

/** By language, with region or script where these differ; others quote as English does (CLDR). */
const MARKS: Record<string, Marks> = {
  ar: SOUTHERN,
  cs: CENTRAL,
  da: ['»', '«', '›', '‹'],
  de: CENTRAL,
  'de-CH': ['«', '»', '‹', '›'],
  es: SOUTHERN,
  fa: ['«', '»', '‹', '›'],
  fi: NORTHERN,
  // Narrow no-break spaces within.
  fr: ['«\u202F', '\u202F»', '“', '”'],
  he: NORTHERN,
  it: SOUTHERN,
  ja: UNCHANGED,
  pl: ['„', '”', '«', '»'],
  'pt-PT': SOUTHERN,
  ru: EASTERN,
  sv: NORTHERN,
  uk: EASTERN,
  'zh-Hant': UNCHANGED,
};

/** Returns the quotation marks of a language tag, or `undefined` where they are those of English. */
export function quotationMarks(language: string): Marks | undefined {
  const { language: name, region, script } = new Intl.Locale(language).maximize();
  return MARKS[`${name}-${region}`] ?? MARKS[`${name}-${script}`] ?? MARKS[name!];
}

/**
 * Quotation marks by the language of the text. Sätteri has distinguished opening from closing ones, across
 * emphasis and links, and set those of English: what it set is changed; what the author typed
 * so, and every apostrophe, stays. In `<code>` all that Sätteri made smart is plain again.
 */
export const smartQuotes = {
  mdast: ({ source, data }) => {
    const marks = quotationMarks(documentOf({ data }).language);
    if (!marks && !CODE_IN_HTML.test(source)) return null;
    return defineMdastPlugin({
      name: 'octavo:smart-quotes',
      options: { position: true },
      ...blockVisitors((block, ctx) => {
        const { prose, code } = textsOf(block);
        for (const text of code) setText(text, plain(text, source), ctx);
        const quoted = withQuotes(prose, source, marks);
        prose.forEach((text, index) => setText(text, quoted[index]!, ctx));
      }),
    });
  },
} satisfies MarkdownFeature;

const CODE_IN_HTML = /<(?:code|kbd|samp|var|pre)\b/i;

/** Returns the values of a line's texts with quotation marks, where Sätteri has made them. */
export function withQuotes(prose: readonly Text[], source: string, marks: Marks | undefined) {
  const values = prose.map(({ value }) => value);
  const all = values.join('');
  if (!marks || !/[“”‘]/.test(all)) return values;
  const made = prose.flatMap((text) => whichAreMade(text, source));
  const characters = withMarks(all, made, marks);
  return values.map(({ length }) => characters.splice(0, length).join(''));
}

/**
 * Returns the characters of a text with the quotation marks of another language for those of English,
 * where they were `made`. Sätteri makes an apostrophe of a mark that is never closed (`’90s`).
 */
function withMarks(text: string, made: readonly boolean[], marks: Marks): string[] {
  const [open, close, openInner, closeInner] = marks;
  const characters = text.split('');
  const opened: number[] = [];
  characters.forEach((character, at) => {
    if (!made[at]) return;
    if (character === '“') characters[at] = open;
    if (character === '”') characters[at] = close;
    if (character === '‘') opened.push(at);
    if (character !== '’' || isWithinWord(text, at)) return;
    const start = opened.pop();
    if (start === undefined) return;
    characters[start] = openInner;
    characters[at] = closeInner;
  });
  return characters;
}

function isWithinWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]’[\p{L}\p{N}]$/u.test(text.slice(at - 1, at + 2));
}

/** Returns for each character whether it is a quotation mark that was typed straight. */
function whichAreMade(text: Readonly<Text>, source: string): boolean[] {
  const typed = source.slice(...placeOf(text)).match(WRITTEN) ?? [];
  let count = 0;
  return text.value.split('').map((character) => {
    if (!/[“”‘’"']/.test(character)) return false;
    const written = typed[count++];
    return written === '"' || written === "'";
  });
}

/** A quotation mark or apostrophe, in the ways to write it. */
const WRITTEN =
  /[“”‘’"']|&(?:quot|apos|[lr][sd]quo|#3[49]|#x2[27]|#822[01]|#821[67]|#x201[89cd]);/gi;

/** Returns a text as it was typed, without its escapes. */
function plain(text: Readonly<Text>, source: string): string {
  const typed = source.slice(...placeOf(text)).replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  return textOf(htmlToHast(typed, { fragment: true }));
}
