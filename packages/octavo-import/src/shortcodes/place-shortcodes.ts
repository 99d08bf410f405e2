import { escapeHtml } from 'octavo/internal/html/escape-html';
import type { Edit } from 'octavo/internal/html/edits';
import { blockEdit, isAlone, isInOneLine, withoutContainers } from '../text/blocks.ts';
import type { Context, Contexts } from './contexts.ts';
import type { ShortcodeConversion } from './shortcode-context.ts';
import type { Placeholders } from '../text/placeholders.ts';
import type { Found, Shortcode, Tag } from './tag.ts';
import { reportAt, type Call, type Converted } from './shortcode-call.ts';
import { likeFigure } from './media.ts';
import { COLONS } from './blocks.ts';
import { expanded } from './own-shortcode.ts';
import { converterOf, isOpaque } from './converters.ts';
import { codeSpan, escapedMarkdown, writtenAddress } from '../text/written.ts';

interface Placing {
  conversion: ShortcodeConversion;
  contexts: Contexts;
  placeholders: Placeholders;
  edits: Edit[];
}

/** Returns the edits that put in the place of each shortcode what it becomes. */
export function placeShortcodes(
  found: readonly Found[],
  conversion: ShortcodeConversion,
  contexts: Contexts,
  placeholders: Placeholders,
): Edit[] {
  const placing: Placing = { conversion, contexts, placeholders, edits: [] };
  placeAll(found, placing);
  return placing.edits;
}

function placeAll(found: readonly Found[], placing: Placing): void {
  for (const one of found) {
    if (!('stray' in one)) placeShortcode(one, placing);
    else if (one.tag.kind === 'literal') replace(one.tag, one.tag.text, placing);
    else placeStray(one.tag, placing);
  }
}

/** Leaves a shortcode that cannot be read in the text, where readers see it. */
function placeStray(tag: Tag, placing: Placing): void {
  const { conversion } = placing;
  const message =
    tag.kind === 'close'
      ? `${tag.name}: a shortcode is closed that is not open; kept as written`
      : 'a shortcode that cannot be read is left as it is written';
  conversion.note(tag.start, 'warning', message);
  placeVisible(tag, placing);
}

function placeShortcode(shortcode: Shortcode, placing: Placing): void {
  const { tag, close, inside } = shortcode;
  const { conversion, contexts } = placing;
  const isShownInCode = contexts.of(tag) === 'code' && !VALUES.has(tag.name);
  if (isShownInCode) {
    const message = `${tag.name}: a shortcode in code is shown as written`;
    conversion.note(tag.start, 'info', message);
    if (!isOpaque(tag.name)) placeAll(inside, placing);
    return;
  }
  // Markdown is not read between these, and raw HTML is shown where it is off.
  if (close && conversion.source.body.startsWith('{{<', tag.start))
    conversion.plainParts.push({ start: tag.end, end: close.start });
  const call = callOf(shortcode, conversion);
  const mapping = conversion.around.mappedShortcodes.get(tag.name);
  if (mapping === 'inner' || mapping === 'drop') return placeMapped(mapping, shortcode, placing);
  const converted = convertedCall(call, mapping);
  if (converted && converted.kind !== 'around') return placeWhole(converted, shortcode, placing);
  if (converted) placeAround(converted, shortcode, placing);
  else placeUnknown(shortcode, placing);
  placeAll(inside, placing);
}

/** Returns what a shortcode becomes: as the author wants, as it is known, or by its own template. */
function convertedCall(call: Call, mapping: string | undefined): Converted | undefined {
  const { tag, conversion } = call;
  if (mapping !== undefined) return converterOf(mapping)?.(call) ?? expanded(mapping, call);
  const converted = converterOf(tag.name)?.(call);
  if (converted) {
    noteOwn(tag, conversion);
    return converted;
  }
  const template = conversion.around.ownShortcodes.get(tag.name);
  const made = template === undefined ? undefined : expanded(template, call);
  return made ?? shownByArguments(call);
}

/** Returns the picture or the caption in the arguments of a shortcode whose template is unknown. */
function shownByArguments(call: Call): Converted | undefined {
  const converted = likeFigure(call);
  if (converted) reportAt(call, 'warning', `${whose(call)}; shown as a figure`);
  return converted;
}

/** Leaves only what is inside, or nothing. */
function placeMapped(mapping: 'inner' | 'drop', shortcode: Shortcode, placing: Placing): void {
  const { tag, close, inside } = shortcode;
  if (mapping === 'drop') return replace({ ...tag, end: close?.end ?? tag.end }, '', placing);
  replace(tag, '', placing);
  if (close) replace(close, '', placing);
  placeAll(inside, placing);
}

function callOf({ tag, close }: Shortcode, conversion: ShortcodeConversion): Call {
  const { body } = conversion.source;
  const written = close && body.slice(tag.end, close.start);
  const isText = written === undefined || !isOpaque(tag.name);
  return {
    tag,
    inside: isText ? written : withoutContainers(written, body, tag.start),
    isAlone: isAlone(body, tag.start, close?.end ?? tag.end),
    conversion,
  };
}

/** Those that stand for a text, which is at home in code and addresses too. */
const VALUES = new Set(['ref', 'relref', 'param']);

function noteOwn({ name, start }: Tag, conversion: ShortcodeConversion): void {
  if (!conversion.around.ownShortcodes.has(name)) return;
  const message = `${name}: replaced like the built-in shortcode of this name; the site has its own`;
  conversion.reportOnce(start, 'info', message);
}

function whose({ tag, conversion }: Pick<Call, 'tag' | 'conversion'>): string {
  if (conversion.around.ownShortcodes.has(tag.name)) return "one of the site's own shortcodes";
  return converterOf(tag.name) ? 'unsupported arguments' : 'unknown shortcode';
}

function placeUnknown({ tag, close }: Shortcode, placing: Placing): void {
  const { conversion } = placing;
  const how = `left as a comment; map it by --shortcode '${tag.name}=inner'`;
  conversion.note(tag.start, 'warning', `${tag.name}: ${whose({ tag, conversion })}; ${how}`);
  placeComment(tag, placing);
  if (close) placeComment(close, placing);
}

/** Keeps a mark from readers; who edits the text finds it. */
function placeComment(tag: Tag, placing: Placing): void {
  const { conversion, contexts } = placing;
  const context = contexts.of(tag);
  if (context === 'code' || context === 'address' || context === 'attribute')
    return placeVisible(tag, placing);
  const { body } = conversion.source;
  const written = body.slice(tag.start, tag.end).replace(/\s+/g, ' ').replaceAll('-->', '-- >');
  // At the start of a line it would make HTML of all that is behind it.
  const isFirst = startsLine(body, tag.start) && !isAlone(body, tag.start, tag.end);
  replace(tag, isFirst ? '' : `<!-- ${written} -->`, placing);
}

/** Shows a mark as code; in an address it is harmless, and can be found. */
function placeVisible(tag: Tag, placing: Placing): void {
  const { conversion, contexts } = placing;
  const { body } = conversion.source;
  const written = body.slice(tag.start, tag.end);
  const context = contexts.of(tag);
  if (context === 'code') return;
  if (context === 'address' || context === 'attribute')
    replace(tag, encodeURIComponent(written.replace(/\s+/g, ' ')), placing);
  else if (isAlone(body, tag.start, tag.end) || context === 'html')
    placeBlock(codeSpan(written), tag, tag.end, placing);
  else replace(tag, codeSpan(written), placing);
}

function placeAround(converted: Around, shortcode: Shortcode, placing: Placing): void {
  const { tag, close } = shortcode;
  const { body } = placing.conversion.source;
  const isInLine =
    !startsLine(body, tag.start) && !body.slice(tag.end, close!.start).includes('\n');
  const { line } = converted;
  if (line && (isInLine || isInOneLine(body, tag.start) || converted.isInline)) {
    replace(tag, line.before, placing);
    replace(close!, line.after, placing);
    return;
  }
  if (isInLine || isInOneLine(body, tag.start)) {
    const message = `${tag.name}: what is inside is a part of the text around`;
    placing.conversion.note(tag.start, 'info', message);
    replace(tag, '', placing);
    replace(close!, '', placing);
    return;
  }
  const colons = ':'.repeat(longestColons(body) + 1 + depthOf(shortcode));
  placeBlock(converted.before.replaceAll(COLONS, colons), tag, tag.end, placing);
  placeBlock(converted.after.replaceAll(COLONS, colons), close!, close!.end, placing);
}

function startsLine(body: string, at: number): boolean {
  return isAlone(body.slice(0, at), at, at);
}

/** Returns the length of the longest run of colons that a line of the text begins with, at least 2. */
function longestColons(body: string): number {
  const runs = body.match(/^[ \t>]*:{3,}/gm) ?? [];
  return Math.max(2, ...runs.map((run) => run.replace(/[^:]/g, '').length));
}

/** Returns how many shortcodes are within each other in a shortcode. */
function depthOf({ inside }: Shortcode): number {
  return Math.max(0, ...inside.map((one) => ('stray' in one ? 0 : 1 + depthOf(one))));
}

type Around = Extract<Converted, { kind: 'around' }>;
type Whole = Exclude<Converted, Around>;

function placeWhole(converted: Whole, { tag, close }: Shortcode, placing: Placing): void {
  const { conversion, contexts } = placing;
  const { body } = conversion.source;
  const end = close?.end ?? tag.end;
  const context = contexts.of(tag);
  const whole = { ...tag, end };
  if (context === 'address' || context === 'attribute') {
    const written = body.slice(tag.start, end).replace(/\s+/g, ' ');
    const text = converted.kind === 'value' ? converted.text : encodeURIComponent(written);
    const address = context === 'address' ? writtenAddress(text) : escapeHtml(text);
    replace(whole, address, placing);
  } else if (converted.kind === 'value') replace(whole, valueIn(context, converted.text), placing);
  else if (isBlock(converted, body, whole, context)) placeBlock(converted.text, tag, end, placing);
  else {
    const line = converted.kind === 'line' ? converted.text : converted.line;
    replace(whole, line ?? codeSpan(body.slice(tag.start, end)), placing);
  }
}

function valueIn(context: Context, text: string): string {
  if (context === 'code') return text;
  if (context === 'html') return escapeHtml(text);
  return /[*<[`$]/.test(text) ? escapedMarkdown(text) : text;
}

function isBlock(converted: Whole, body: string, { start, end }: Tag, context: Context) {
  if (context === 'html' || isAlone(body, start, end)) return true;
  return converted.kind === 'block' && converted.line === undefined && !isInOneLine(body, start);
}

function placeBlock(text: string, { start }: Tag, end: number, placing: Placing): void {
  const { conversion, placeholders, edits } = placing;
  const put = (indented: (lines: string) => string) => placeholders.put(indented(text));
  edits.push(blockEdit(conversion.source.body, start, end, put));
}

/** In code and addresses a text stands as it is; elsewhere it is kept out of what is read. */
function replace(tag: Tag, text: string, { edits, placeholders, contexts }: Placing): void {
  const isPlain = text === '' || tag.kind === 'literal' || contexts.of(tag) === 'code';
  edits.push({ start: tag.start, end: tag.end, text: isPlain ? text : placeholders.put(text) });
}
