import { escapeHtml } from 'octavo/internal/html/escape-html';
import { calloutKind } from '../text/callout-kinds.ts';
import { fenceWords, readHighlightOptions } from '../text/fence-words.ts';
import { convertHtml } from '../text/html.ts';
import { displayed, inlineFormula } from '../text/formulas.ts';
import { argument, reportAt, type Call, type Converted, type Converter } from './shortcode-call.ts';
import { escapedMarkdown, fence } from '../text/written.ts';

/** Stands for the colons of a callout, which are as many as what is around and in it needs. */
export const COLONS = '\u0000colons\u0000';

/** Notes, warnings and the like, as themes have them under many names. */
export const callout: Converter = (call) => {
  if (call.inside === undefined) return calloutOfText(call);
  const { name, positional } = call.tag;
  const first = argument(call, ['type', 'context', 'color', 'kind', 'level'], 0);
  const [ofFirst, ofName] = [calloutKind(first), calloutKind(name)];
  const kind = ofFirst ?? ofName ?? 'note';
  const named = argument(call, ['title', 'header', 'summary']);
  // A first argument that is no kind is a title, or the name of an icon.
  const title = named ?? positional.find((value, place) => isTitle(value, place, ofFirst));
  const label = title ? `[${escapedMarkdown(title)}]` : '';
  const open = argument(call, ['open'], name === 'admonition' ? 2 : -1);
  const fold = open === 'false' ? '{collapsed}' : '';
  return {
    kind: 'around',
    before: `${COLONS}${kind}${label}${fold}`,
    after: COLONS,
  };
};

/** tabi's `admonition(type="tip", text="…")` without an end. */
function calloutOfText(call: Call): Converted | undefined {
  const text = argument(call, ['text']);
  if (text === undefined) return undefined;
  const kind = calloutKind(argument(call, ['type'])) ?? calloutKind(call.tag.name) ?? 'note';
  const head = `[!${kind.toUpperCase()}] ${argument(call, ['title']) ?? ''}`;
  return { kind: 'block', text: quoted([head, ...text.trim().split('\n')]), line: text };
}

function quoted(lines: readonly string[]): string {
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** tabi's quotation in two languages. */
export const quote: Converter = (call) => {
  const [original, translated] = ['original', 'translated'].map((name) => argument(call, [name]));
  if (!original || !translated) return undefined;
  const author = argument(call, ['author']);
  const lines = [translated, '', original, ...(author ? ['', `— ${author}`] : [])];
  return { kind: 'block', text: quoted(lines) };
};

/** What a container shows in another width or font. */
export const inner: Converter = (call) =>
  call.inside === undefined ? undefined : { kind: 'around', before: '', after: '' };

/** Long posts have a table of contents. */
export const contents: Converter = () => ({ kind: 'value', text: '' });

function isTitle(value: string, place: number, ofFirst: unknown): boolean {
  if (place === 0 && (ofFirst !== undefined || !/[\s\p{Lu}]/u.test(value))) return false;
  return !/^(?:true|false)$/.test(value);
}

/** What is closed until a reader opens it. */
export const details: Converter = (call) => {
  if (call.inside === undefined) return undefined;
  const summary = argument(call, ['summary', 'title'], 0) ?? 'Details';
  const open = argument(call, ['open', 'openbydefault']) ?? call.tag.positional[1];
  const isOpen = open === 'true' || open === 'open';
  return {
    kind: 'around',
    before: `<details${isOpen ? ' open' : ''}>\n<summary>${escapeHtml(summary)}</summary>`,
    after: '</details>',
  };
};

const direction =
  (dir: string): Converter =>
  (call) =>
    call.inside === undefined
      ? undefined
      : { kind: 'around', before: `<div dir="${dir}">`, after: '</div>' };

export const ltr = direction('ltr');
export const rtl = direction('rtl');

/** HTML as it is; an empty line in it would end it for Markdown. */
export const rawHtml: Converter = ({ tag, inside, conversion }) => {
  if (inside === undefined) return undefined;
  const html = /<(?:pre|script|style|textarea)\b/i.test(inside)
    ? inside.trim()
    : inside.trim().replace(/\n(?:[ \t]*\n)+/g, '\n');
  const text = convertHtml(html, tag.end, conversion);
  return { kind: 'block', text, line: text.includes('\n') ? undefined : text };
};

export const highlight: Converter = (call) => {
  if (call.inside === undefined) return undefined;
  const options = readHighlightOptions(argument(call, ['options'], 1) ?? '');
  for (const [key, value] of call.tag.named) options.set(key, value);
  const language = argument(call, ['lang', 'language', 'type'], 0) ?? '';
  const { infoString, diagnostics } = fenceWords(language, options, call.conversion.around.markup);
  for (const message of diagnostics) reportAt(call, 'info', message);
  return { kind: 'block', text: fence(trimmedLines(call.inside), infoString) };
};

function trimmedLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** A diagram; one that Octavo cannot draw is shown as its source. */
export const mermaid: Converter = (call) => {
  if (call.inside === undefined) return undefined;
  return { kind: 'block', text: fence(trimmedLines(call.inside), 'mermaid') };
};

/** A formula: displayed where it stands on lines of its own, or says so. */
export const formula: Converter = (call) => {
  // One mark alone turns formulas on for a page, and shows nothing.
  if (call.inside === undefined) return { kind: 'value', text: '' };
  const written = call.inside.trim();
  const [, , tex = written] =
    /^(\$\$?|\\\(|\\\[)([\s\S]*?)(?:\$\$?|\\\)|\\\])$/.exec(written) ?? [];
  const isDisplay =
    call.tag.positional.includes('display') ||
    argument(call, ['display']) === 'true' ||
    /^(?:\$\$|\\\[)/.test(written) ||
    (call.isAlone && call.inside.includes('\n'));
  return isDisplay
    ? { kind: 'block', text: displayed(tex), line: `$$${tex.trim()}$$` }
    : { kind: 'line', text: inlineFormula(tex) };
};

/** What the author wrote for himself. */
export const comment: Converter = (call) => {
  reportAt(call, 'info', 'skipped, since it shows nothing');
  return { kind: 'value', text: '' };
};

export const parameter: Converter = (call: Call) => {
  const name = argument(call, ['name'], 0)?.toLowerCase();
  if (!name) return undefined;
  const { params, siteParams } = call.conversion.around;
  const value = valueAt(params, name) ?? valueAt(siteParams, name);
  // A list or a map is no text.
  if (value === undefined || (typeof value === 'object' && !(value instanceof Date)))
    return undefined;
  return { kind: 'value', text: String(value as string | number | boolean) };
};

/** Returns what a key with dots stands for. */
function valueAt(params: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(params, name)) return params[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      params,
    );
}

/** `ref` and `relref`: the address of a page. */
export const reference: Converter = (call) => {
  const path = argument(call, ['path'], 0);
  if (!path) return undefined;
  const address = call.conversion.around.ref(path);
  if (address === undefined) reportAt(call, 'warning', `page ${path} not found in the old blog`);
  return { kind: 'value', text: address ?? path };
};
