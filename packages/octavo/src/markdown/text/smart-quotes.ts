import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { textsOf } from './prose-text.ts';
import { siteOf } from '../document.ts';
import type { MarkdownFeature } from '../feature.ts';

/** The quotation marks of a language: the outer pair, then the inner one. */
type Marks = readonly [open: string, close: string, openInner: string, closeInner: string];

const SOUTHERN: Marks = ['«', '»', '“', '”'];
const NORTHERN: Marks = ['”', '”', '’', '’'];
const CENTRAL: Marks = ['„', '“', '‚', '‘'];

/** By language, or by language and region; the others quote as English does. */
const MARKS: Record<string, Marks> = {
  ar: SOUTHERN,
  cs: CENTRAL,
  da: ['»', '«', '›', '‹'],
  de: CENTRAL,
  'de-CH': ['«', '»', '‹', '›'],
  es: SOUTHERN,
  fi: NORTHERN,
  // Narrow no-break spaces within.
  fr: ['«\u202F', '\u202F»', '“', '”'],
  it: SOUTHERN,
  // A straight quotation mark is no 「」, which an author types.
  ja: ['"', '"', "'", "'"],
  pl: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sv: NORTHERN,
};

/** Returns the quotation marks of a language tag, or `undefined` where they are those of English. */
function quotationMarks(language: string): Marks | undefined {
  const { language: name, region = '' } = new Intl.Locale(language);
  return MARKS[`${name}-${region}`] ?? MARKS[name];
}

/**
 * Quotation marks by the site's language. Sätteri has distinguished opening from closing ones, across
 * emphasis and links, and set those of English: what it set is changed; what the author typed
 * so, and every apostrophe, stays. In `<code>` all that Sätteri made smart is plain again.
 */
export const smartQuotes = {
  mdast: ({ source, data }) =>
    (quotationMarks(siteOf(data).language) !== undefined || CODE_IN_HTML.test(source)) &&
    defineMdastPlugin({
      name: 'octavo:smart-quotes',
      options: { position: true },
      paragraph: setQuotes,
      heading: setQuotes,
      tableCell: setQuotes,
      descriptionTerm: setQuotes,
    }),
} satisfies MarkdownFeature;

const CODE_IN_HTML = /<(?:code|kbd|samp|var|pre)\b/i;

type Text = Extract<MdastNode, { type: 'text' }>;

function setQuotes(block: Parameters<typeof textsOf>[0], ctx: MdastVisitorContext): void {
  const { prose, code } = textsOf(block);
  for (const text of code) set(text, plain(text, ctx.source), ctx);
  const marks = quotationMarks(siteOf(ctx.data).language);
  if (!marks) return;
  const all = prose.map(({ value }) => value).join('');
  if (!/[“”‘]/.test(all)) return;
  const made = prose.flatMap((text) => whichAreMade(text, ctx.source));
  const characters = withMarks(all, made, marks);
  let start = 0;
  for (const text of prose) {
    const end = start + text.value.length;
    set(text, characters.slice(start, end).join(''), ctx);
    start = end;
  }
}

function set(text: Readonly<Text>, value: string, ctx: MdastVisitorContext): void {
  if (value !== text.value) ctx.setProperty(text, 'value', value);
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
function whichAreMade({ value, position }: Readonly<Text>, source: string): boolean[] {
  const typed = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const before = typed.match(WRITTEN) ?? [];
  let count = 0;
  return value.split('').map((character) => {
    if (!/[“”‘’"']/.test(character)) return false;
    const written = before[count++];
    return written === '"' || written === "'";
  });
}

/** A quotation mark or apostrophe, in the ways to write it. */
const WRITTEN =
  /[“”‘’"']|&(?:quot|apos|[lr][sd]quo|#3[49]|#x2[27]|#822[01]|#821[67]|#x201[89cd]);/gi;

function plain(text: Readonly<Text>, source: string): string {
  const typed = source.slice(text.position?.start.offset ?? 0, text.position?.end.offset ?? 0);
  const made = whichAreMade(text, source);
  const quotes = text.value
    .split('')
    .map((character, at) => (made[at] ? (STRAIGHT[character] ?? character) : character));
  return quotes
    .join('')
    .replace(/[–—…]/g, (character) =>
      typed.includes(character) ? character : (STRAIGHT[character] ?? character),
    );
}

const STRAIGHT: Record<string, string> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '--',
  '—': '---',
  '…': '...',
};
