import { defineMdastPlugin, type MdastNode, type MdastVisitorContext } from 'satteri';
import { withEmoji } from 'octavo/internal/markdown/text/emoji';
import { DECORATIVE, kindOf } from 'octavo/internal/markdown/pictures/media';
import { addressesOf, type SourceAddress } from 'octavo/internal/markdown/links/source-addresses';
import { readHtml } from 'octavo/internal/html/read-html';
import { nodesIn } from 'octavo/internal/markdown/syntax';
import { readAttributes } from './attributes.ts';
import {
  htmlAddress,
  imagesWithoutAlt,
  noteRefused,
  replaceFirstFrame,
  replaceFrames,
} from './html.ts';
import { fileName, linkAddress, pictureAddress } from './addresses.ts';
import { calloutKind } from './callout-kinds.ts';
import { type Conversion } from './conversion.ts';
import { readFence } from './fences.ts';
import { goldmarkFeatures, placeOf, readAsGoldmark } from './goldmark.ts';
import { headingReader } from './headings.ts';
import type { Reading } from './reading.ts';
import { escapedMarkdown, writtenAddress, writtenTitle } from './written.ts';

type Of<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

/** Reads a text in which shortcodes and formulas are put aside. */
export function readMarkdown(
  given: Pick<Reading, 'text' | 'conversion' | 'original' | 'restored' | 'withoutPlaced'>,
): Pick<Reading, 'edits' | 'headings'> {
  const reading: Reading = { ...given, edits: [], headings: [] };
  const { text, conversion } = reading;
  const { markup } = conversion.around;
  const code: [start: number, end: number][] = [];
  const references: Of<'imageReference'>[] = [];
  const definitions = new Map<string, Of<'definition'>>();
  const reader = defineMdastPlugin({
    name: 'octavo:read-hugo',
    options: { position: true },
    heading: headingReader(reading),
    code(node) {
      code.push(placeOf(node));
      readFence(node, reading);
    },
    html: htmlReader(reading),
    link(node) {
      readAutolink(node, reading);
      readEmptyLink(node, reading);
    },
    image: (node) => readPicture(node, reading),
    imageReference: (node) => void references.push({ ...node }),
    definition(node) {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, { ...node });
    },
    delete: (node) => readDeleted(node, reading),
    blockquote: (node) => readQuotation(node, reading),
    ...(needsText(text, markup) && {
      text: (node: Readonly<Of<'text'>>) => readText(node, reading),
    }),
    ...(!markup.taskList && {
      listItem: (node: Readonly<Of<'listItem'>>) => keepTask(node, reading),
    }),
    ...(!markup.table && { table: (node: Readonly<Of<'table'>>) => keepTable(node, reading) }),
  });
  readAsGoldmark(text, markup, [reader]);
  for (const node of references) readReference(node, definitions.get(node.identifier), reading);
  for (const node of nodesIn(text, 'md', goldmarkFeatures(markup)))
    for (const found of addressesOf(node, text)) {
      const replaced = addressFor(node.type, found, reading);
      const { address, start } = found;
      if (replaced !== undefined)
        reading.edits.push({ start, end: start + address.length, text: replaced });
    }
  escapeReferences(reading, markup);
  if (markup.attributeBlock) dropBlockAttributes(code, reading);
  return reading;
}

const PUT_ASIDE = /[\uE000-\uF8FF]\d+[\uE000-\uF8FF]/;

function addressFor(kind: string, found: SourceAddress, { conversion, original }: Reading) {
  const { address, start } = found;
  if (kind === 'code' || PUT_ASIDE.test(address)) return undefined;
  if (kind === 'html') return htmlAddress(found, original(start), conversion);
  const written =
    kind === 'image'
      ? pictureAddress(address, original(start), conversion)
      : linkAddress(address, conversion);
  return written === undefined ? undefined : writtenAddress(written);
}

const INLINE_PARENTS = new Set(
  'paragraph heading tableCell emphasis strong delete link linkReference descriptionTerm'.split(
    ' ',
  ),
);

function htmlReader(reading: Reading) {
  const { text, edits, conversion, original } = reading;
  return (node: Readonly<Of<'html'>>, ctx: MdastVisitorContext): void => {
    const [start, end] = placeOf(node);
    const html = text.slice(start, end);
    const parent = ctx.parent(node);
    const isInline = INLINE_PARENTS.has(parent?.type ?? '');
    if (/^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(html)) return;
    if (!keepsHtml(original(start), conversion)) return dropHtml(html, start, isInline, reading);
    if (/^<!--(?![\s\S]*-->)/.test(html)) return closeComment(html, node, reading);
    const { tags } = readHtml(html);
    const line = isInline ? text.slice(start, placeOf(parent as MdastNode)[1]) : '';
    const frames = isInline
      ? replaceFirstFrame(line, tags[0], original(start), conversion)
      : replaceFrames(html, tags, original(start), conversion);
    for (const at of imagesWithoutAlt(tags)) {
      edits.push({ start: start + at, end: start + at, text: ' alt=""' });
      conversion.withoutText(original(start + at));
    }
    noteRefused(tags, (offset) => original(start + offset), frames, conversion);
    for (const frame of frames)
      edits.push({ start: start + frame.start, end: start + frame.end, text: frame.text });
  };
}

/** True where raw HTML is shown. */
function keepsHtml(at: number, { around, plainParts }: Reading['conversion']): boolean {
  return around.markup.unsafe || plainParts.some(({ start, end }) => start <= at && at < end);
}

/** Closes a comment that hides what follows. */
function closeComment(html: string, node: Readonly<Of<'html'>>, reading: Reading): void {
  const { edits, conversion, original } = reading;
  const [start, end] = placeOf(node);
  edits.push({ start: end, end, text: html.endsWith('\n') ? '-->' : '\n-->' });
  const message =
    'HTML: the comment is never closed, so that it hides what follows, as in the old blog';
  conversion.note(original(start), 'warning', message);
}

/** How far before a tag a URL may begin. */
const LONGEST_URL = 2000;

/** True where a URL or a reference to a footnote may begin before a tag and go on behind it. */
function joinsSyntax(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_URL), start).replace(/<[^<>]*>/g, '');
  return /(?:www\.|:\/\/|\[\^)\S*$/.test(before) && /^\S/.test(text.slice(end, end + 1));
}

function dropHtml(html: string, start: number, isInline: boolean, reading: Reading): void {
  const { text, edits, conversion, original } = reading;
  const end = start + html.length;
  const isSeparator = isInline && joinsSyntax(text, start, end);
  edits.push({ start, end, text: isSeparator ? '<!-- -->' : '' });
  if (isInline) {
    const message =
      'HTML: tags within a line skipped, as Hugo does (unsafe is off); their text stays';
    conversion.reportOnce(original(start), 'info', message);
  } else {
    const message = 'HTML: block skipped, as in Hugo (unsafe is off)';
    conversion.note(original(start), 'warning', message);
  }
}

/** An address that is a link by itself can lead nowhere else than where it says. */
function readAutolink(node: Readonly<Of<'link'>>, { text, edits, conversion }: Reading): void {
  const [start, end] = placeOf(node);
  const written = text.slice(start, end);
  if (written.startsWith('[') || PUT_ASIDE.test(written)) return;
  const address = linkAddress(node.url, conversion);
  if (address === undefined) return;
  const shown = escapedMarkdown(written.replace(/^<|>$/g, ''));
  edits.push({ start, end, text: `[${shown}](${writtenAddress(address)})` });
}

/**
 * A picture without a text is one that says nothing, in HTML, which Octavo wants to be said; its
 * title, where it has one, is its text.
 */
function readPicture(node: Readonly<Of<'image'>>, { text, edits, conversion, original }: Reading) {
  const [start, end] = placeOf(node);
  if (node.url === '') {
    edits.push({ start, end, text: escapedMarkdown(node.alt ?? '') });
    return conversion.note(
      original(start),
      'warning',
      'picture: missing URL; replaced by its text',
    );
  }
  if ((node.alt ?? '').trim() !== '' || node.title === DECORATIVE) return;
  const [, opening, address, title = ''] = WITHOUT_TEXT.exec(text.slice(start, end)) ?? [];
  if (opening === undefined || address === undefined) return;
  const words = wordsFor(node);
  const behind = start + opening.length + address.length;
  if (words === '') edits.push({ start: behind, end: behind, text: ` "${DECORATIVE}"` });
  else edits.push({ start: start + 2, end: start + 2, text: escapedMarkdown(words) });
  if (title === '') conversion.withoutText(original(start));
}

/** Its definition may have the title of another picture, so that one without a text gets its own URL. */
function readReference(
  reference: Of<'imageReference'>,
  definition: Of<'definition'> | undefined,
  { edits, conversion, original }: Reading,
): void {
  if (!definition || (reference.alt ?? '').trim() !== '') return;
  const [start, end] = placeOf(reference);
  const address = pictureAddress(definition.url, original(start), conversion) ?? definition.url;
  const words = wordsFor(definition);
  const title = words === '' ? DECORATIVE : definition.title;
  const behind = title ? ` ${writtenTitle(title)}` : '';
  const text = `![${escapedMarkdown(words)}](${writtenAddress(address)}${behind})`;
  edits.push({ start, end, text });
  if (words === '') conversion.withoutText(original(start));
}

/** Returns what is said of a picture without a text: its title, or of a player the name of its file. */
function wordsFor({ url, title }: Pick<Of<'image'>, 'url' | 'title'>): string {
  const isPlayed = ['video', 'audio'].includes(kindOf(url) ?? '');
  return isPlayed ? fileName(url) : (title ?? '');
}

/** A picture: what is before its address, the address, and its title. */
const WITHOUT_TEXT = /^(!\[\s*\]\(\s*)(<[^>\n]*>|[^\s)]+)\s*(["'(][\s\S]*)?\)$/;

/** A link that leads nowhere is its text. */
function readEmptyLink(node: Readonly<Of<'link'>>, { text, edits, conversion, original }: Reading) {
  const [start, end] = placeOf(node);
  const closing = text.slice(start, end).lastIndexOf('](');
  if (node.url !== '' || closing === -1) return;
  edits.push({ start, end: start + 1, text: '' });
  edits.push({ start: start + closing, end, text: '' });
  conversion.note(original(start), 'warning', 'link: missing URL; replaced by its text');
}

function readDeleted(node: Readonly<Of<'delete'>>, { text, edits, conversion }: Reading): void {
  const [start, end] = placeOf(node);
  const length = text.startsWith('~~', start) ? 2 : 1;
  if (length === 2 && conversion.around.markup.strikethrough) return;
  for (let at = 0; at < length; at += 1) {
    edits.push({ start: start + at, end: start + at, text: '\\' });
    edits.push({ start: end - 1 - at, end: end - 1 - at, text: '\\' });
  }
}

/** GitHub's alerts are Octavo's; other kinds become them, or stay text. */
function readQuotation(node: Readonly<Of<'blockquote'>>, { text, edits }: Reading): void {
  const [start] = placeOf(node);
  const [, before = '', word, fold = '', rest = ''] =
    /^(>[ \t]*\[!)([\w-]+)\]([-+]?)([^\n]*)/.exec(text.slice(start, start + 200)) ?? [];
  if (word === undefined) return;
  const kind = calloutKind(word);
  if (kind === word.toLowerCase()) return;
  const at = start + before.length;
  if (kind === undefined) {
    edits.push({ start: at - 2, end: at - 2, text: '\\' });
    return;
  }
  const title =
    rest.trim() === '' ? ` ${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}` : '';
  const end = at + word.length + 1 + fold.length;
  edits.push({ start: at, end, text: `${kind.toUpperCase()}]${fold}${title}` });
}

function needsText(
  text: string,
  { emoji, hardWraps, typographer }: Conversion['around']['markup'],
) {
  return hardWraps || !typographer || (!emoji && SHORT_CODE.test(text));
}

const SHORT_CODE = /:[a-z\d_+-]+:/;
/** A reference to a footnote, not escaped. */
const FOOTNOTE_REFERENCE = /(?<!\\)\[\^[^\]\s]+\]/g;

function readText(
  node: Readonly<Of<'text'>>,
  { text, edits, conversion, original }: Reading,
): void {
  const { emoji, hardWraps, typographer } = conversion.around.markup;
  const [start, end] = placeOf(node);
  const written = text.slice(start, end);
  if (hardWraps)
    for (const { index } of written.matchAll(/\n/g))
      if (!isCalloutHead(text, start + index))
        edits.push({ start: start + index, end: start + index, text: '\\' });
  if (!emoji)
    for (const { index, 0: code } of written.matchAll(/:[a-z\d_+-]+:/g))
      if (withEmoji(code) !== code)
        // A backslash does not help: short codes are looked for in what Markdown has read.
        edits.push({ start: start + index + 2, end: start + index + 2, text: '<!-- -->' });
  if (!typographer && /["']|--|\.\.\./.test(written)) {
    const message =
      'typographic signs are off in the old blog; here quotation marks, dashes and dots become those of the language';
    conversion.reportOnce(original(start), 'info', message);
  }
}

/** True if the line that ends at an offset is the first of a callout: `> [!note] Title`. */
function isCalloutHead(text: string, end: number): boolean {
  return /^[ \t>]*\[!\w+\]/.test(text.slice(text.lastIndexOf('\n', end - 1) + 1, end));
}

function keepTask(node: Readonly<Of<'listItem'>>, { text, edits }: Reading): void {
  if (typeof node.checked !== 'boolean') return;
  const [start, end] = placeOf(node);
  const box = /\[[ xX]\]/.exec(text.slice(start, end));
  if (box) edits.push({ start: start + box.index, end: start + box.index, text: '\\' });
}

function keepTable(node: Readonly<Of<'table'>>, { text, edits }: Reading): void {
  const [start] = placeOf(node);
  const line = text.indexOf('\n', start) + 1;
  const [indentation = ''] = /^[ \t>]*/.exec(text.slice(line)) ?? [];
  const at = line + indentation.length;
  edits.push({ start: at, end: at, text: '\\' });
}

/** A reference to a footnote that is not defined is text, which character references may split. */
function escapeReferences({ text, edits }: Reading, markup: Conversion['around']['markup']): void {
  if (text.search(FOOTNOTE_REFERENCE) === -1) return;
  const taken = nodesIn(text, 'md', goldmarkFeatures(markup)).flatMap(
    (node): [number, number][] => {
      const [start, end] = placeOf(node);
      if (node.type === 'footnoteDefinition') return [[start, start + 1]];
      return SYNTAX.has(node.type) ? [[start, end]] : [];
    },
  );
  for (const { index } of text.matchAll(FOOTNOTE_REFERENCE))
    if (!taken.some(([start, end]) => start <= index && index < end))
      edits.push({ start: index, end: index, text: '\\' });
}

const SYNTAX = new Set(['code', 'inlineCode', 'html', 'footnoteReference', 'definition']);

/** Removes the lines of attributes below a block, and reports what they said. */
function dropBlockAttributes(code: [number, number][], reading: Reading): void {
  const { text, edits, conversion, original } = reading;
  for (const match of text.matchAll(/\n[ \t>]*\{([^{}\n]*)\}[ \t]*(?=\n|$)/g)) {
    const start = match.index;
    const attributes = readAttributes(match[1]!);
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (!attributes || /^[\s>]*$/.test(before)) continue;
    if (code.some(([from, to]) => from <= start && start + 1 < to)) continue;
    edits.push({ start, end: start + match[0].length, text: '' });
    const message = 'attributes of a block skipped';
    conversion.note(original(start + 1), 'info', message);
  }
}
