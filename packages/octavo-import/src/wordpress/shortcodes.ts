import type { RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { readTree } from '../html/html-to-markdown.ts';
import { elementsIn, isElement } from '../html/hast.ts';
import { gistUrl, vimeoUrl, youtubeUrl } from '../text/embed-urls.ts';
import { escapeHtml } from 'octavo/internal/html/escape-html';
import { readHtml, type OpeningTag } from 'octavo/internal/html/read-html';

/** The parts of a blog that shortcodes refer to. */
export interface ShortcodeSources {
  /** Returns the pictures of a gallery: those with some ids, or all of the post. */
  pictures: (ids: readonly string[] | undefined) => { url: string; alt: string; caption: string }[];
  /** What shortcodes become, by their names: `inner`, `drop`. */
  mapped: ReadonlyMap<string, string>;
  /** Records a shortcode that is left as a comment. */
  unknown: (name: string) => void;
}

interface Call {
  name: string;
  /** The text between the brackets. */
  written: string;
  attributes: Record<string, string>;
  inner: string | undefined;
  sources: ShortcodeSources;
}

/** Shortcodes of highlighters; SyntaxHighlighter has one for each language, too. */
const CODE = new Set(
  'code sourcecode cc highlight bash shell cpp csharp css delphi diff groovy java javascript js jscript perl php plain powershell python py ruby rails scala sql vb xml html yaml go rust swift objc'.split(
    ' ',
  ),
);

/** Returns HTML with its shortcodes replaced, by HTML or by comments. */
export function replaceShortcodes(html: string, sources: ShortcodeSources): string {
  return replace(html, sources, 0);
}

/** Shortcodes within others are no deeper than this. */
const DEEPEST = 5;

const OPENING = /(?:<p>\s*)?\[(\[?)([a-z][\w-]*)((?:[^[\]"']|"[^"]*"|'[^']*')*?)(\/?)\](\]?)/gi;

function replace(html: string, sources: ShortcodeSources, depth: number): string {
  let made = '';
  let at = 0;
  const pattern = new RegExp(OPENING);
  const code = readHtml(html).tags.filter((tag) => tag.name === 'pre' || tag.name === 'code');
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const [whole, escaped = '', name = '', words = ''] = match;
    const open = html.indexOf('[', match.index);
    const end = match.index + whole.length;
    const close = closing(html, name, end);
    const isClosed = close !== undefined;
    const isNone = escaped !== '' || !isShortcode(name, words, isClosed, html.slice(0, open));
    if (isNone || isText(name, at, open, code)) continue;
    const inner = close && html.slice(end, close.start);
    const call: Call = {
      ...{ name: name.toLowerCase(), written: html.slice(open + 1, end - 1), sources },
      attributes: attributesOf(words),
      inner: innerOf(name, inner, sources, depth),
    };
    made += html.slice(at, open) + htmlOf(call);
    at = close?.end ?? end;
    pattern.lastIndex = at;
  }
  return made + html.slice(at);
}

/** Returns what is in a shortcode, with those in it replaced, but for code and what is too deep. */
function innerOf(
  name: string,
  inner: string | undefined,
  sources: ShortcodeSources,
  depth: number,
) {
  const isFinal = CODE.has(name.toLowerCase()) || depth >= DEEPEST;
  return isFinal ? inner : inner && replace(inner, sources, depth + 1);
}

/** True in code, unless it is code itself; tags before `start` are parts of another shortcode. */
function isText(name: string, start: number, end: number, code: readonly OpeningTag[]): boolean {
  const isIn = (tag: OpeningTag) => start <= tag.start && tag.start < end && end < (tag.end ?? 0);
  return !CODE.has(name.toLowerCase()) && code.some(isIn);
}

function closing(html: string, name: string, from: number) {
  const tag = `[/${name}]`;
  const start = html.toLowerCase().indexOf(tag.toLowerCase(), from);
  return start === -1 ? undefined : { start, end: start + tag.length };
}

/** Words in brackets are a shortcode with attributes or an end, or alone in a block or a line. */
function isShortcode(name: string, words: string, isClosed: boolean, before: string): boolean {
  if (CODE.has(name.toLowerCase()) && !isClosed) return false;
  if (isClosed || KNOWN.has(name.toLowerCase()) || /^\s+[\w-]+\s*=/.test(words)) return true;
  return words.trim() === '' && /[_-]/.test(name) && /(?:^|\n|>)[ \t]*$/.test(before);
}

const KNOWN = new Set(['gallery', 'embed', 'caption', 'video', 'audio', 'youtube', 'vimeo']);

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))|"([^"]*)"|(\S+)/g;

function attributesOf(words: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare, quoted, word] of words.matchAll(ATTRIBUTE)) {
    if (name !== '') attributes[name.toLowerCase()] = double ?? single ?? bare ?? '';
    else attributes[''] ??= (quoted ?? word ?? '').replace(/^=/, '');
  }
  return attributes;
}

function htmlOf(call: Call): string {
  const { name, inner, sources } = call;
  const mapped = sources.mapped.get(name);
  if (mapped === 'drop') return '';
  if (mapped === 'inner') return inner ?? '';
  if (CODE.has(name)) return codeBlock(call);
  const known = HTML[mapped ?? name]?.(call);
  if (known !== undefined) return known;
  sources.unknown(name);
  const comment = `<!-- [${call.written.replaceAll('--', '- -')}] -->`;
  return inner === undefined ? comment : `${comment}${inner}`;
}

const HTML: Record<string, (call: Call) => string | undefined> = {
  caption,
  wp_caption: caption,
  gallery: ({ attributes, sources }) =>
    sources
      .pictures((attributes['ids'] ?? attributes['include'])?.split(/\s*,\s*/))
      .map(figure)
      .join('\n\n'),
  embed: ({ inner, attributes }) => embed(inner ?? attributes['src'] ?? attributes['']),
  youtube: ({ inner, attributes }) => embed(inner || urlIn(attributes, youtubeUrl)),
  vimeo: ({ inner, attributes }) => embed(inner || urlIn(attributes, vimeoUrl)),
  video: ({ attributes }) =>
    embed(attributes['src'] ?? attributes['mp4'] ?? attributes['webm'] ?? attributes['']),
  audio: ({ attributes }) => embed(attributes['src'] ?? attributes['mp3'] ?? attributes['']),
  gist: ({ inner, attributes }) => embed(inner || urlIn(attributes, gistUrl)),
  more: () => '<!--more-->',
  button,
};

/** SyntaxHighlighter has code with entities or without, by the editor that saved it. */
function codeBlock({ name, attributes, inner = '' }: Call): string {
  const isGeneric = ['code', 'sourcecode', 'cc', 'highlight'].includes(name);
  const language =
    attributes['language'] ?? attributes['lang'] ?? (isGeneric ? attributes[''] : name) ?? '';
  const plain = inner.replace(/^\s*(?:<br \/>)?\n|\s+$/g, '');
  const code =
    /&(?:lt|gt|amp|quot|#\d+);/.test(plain) && !/<\w/.test(plain) ? plain : escapeHtml(plain);
  const isInline = !inner.includes('\n') && language === '' && inner.length < 60;
  if (isInline) return `<code>${code}</code>`;
  return `\n<pre><code class="language-${escapeHtml(language || 'text')}">\n${code}</code></pre>\n`;
}

/** `[caption]<img … /> The text[/caption]`, or with the text in an attribute. */
function caption({ attributes, inner = '' }: Call): string {
  const words = attributes['caption'];
  const { children } = readTree(inner);
  const end = children.findLastIndex(
    (child) => isElement(child) && elementsIn({ children: [child] }, 'img').length > 0,
  );
  const [picture, text] =
    end === -1 || words !== undefined
      ? [inner, words ?? '']
      : [htmlOfAll(children.slice(0, end + 1)), htmlOfAll(children.slice(end + 1))];
  return `\n\n<figure>${picture}<figcaption>${text.trim()}</figcaption></figure>\n\n`;
}

/** `[button link="/a/"]The text[/button]`. */
function button({ attributes, inner }: Call): string | undefined {
  const to = attributes['link'] ?? attributes['url'] ?? attributes['href'];
  return to && inner ? `<a href="${escapeHtml(to)}">${inner}</a>` : undefined;
}

function htmlOfAll(children: RootContent[]): string {
  return toHtml({ type: 'root', children });
}

function figure({
  url,
  alt,
  caption: words,
}: {
  url: string;
  alt: string;
  caption: string;
}): string {
  const text = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" />${text}</figure>`;
}

const PLAYED = /\.(?:mp4|webm|mp3|m4a|ogg|wav)$/i;

function embed(address: string | undefined): string | undefined {
  const url = address?.trim().replaceAll('&amp;', '&') ?? '';
  if (!/^(?:https?:)?\/\/|^\//.test(url)) return undefined;
  const shown = escapeHtml(url);
  const name = escapeHtml(/([^/]*)\.\w+$/.exec(url)?.[1] ?? url);
  return PLAYED.test(url)
    ? `\n\n<p><img src="${shown}" alt="${name}" /></p>\n\n`
    : `\n\n<p><a href="${shown}">${shown}</a></p>\n\n`;
}

function urlIn(attributes: Record<string, string>, urlOf: (id: string) => string): string {
  const id = attributes['id'] ?? attributes[''] ?? '';
  return id === '' ? '' : urlOf(id);
}
