import { Parser, type Handler } from 'htmlparser2';

/** A part of the HTML, by its offsets. */
interface Span {
  start: number;
  end: number;
}

/** An attribute; its span begins where the tag's name or the attribute before it ends. */
interface Attribute extends Span {
  /** In lower case. */
  name: string;
  /** Decoded. */
  value: string;
}

export interface OpeningTag {
  /** In lower case, except SVG names such as `linearGradient`. */
  name: string;
  start: number;
  /** Behind the closing tag; missing without one. */
  end?: number;
  attributes: Attribute[];
}

/** An element from its opening to its closing tag. */
export interface HtmlElement extends OpeningTag {
  end: number;
  /** As a browser hashes it. */
  text: string;
  /** True for an element that applies to the page: not in a `noscript` or `template`. */
  isInHead: boolean;
}

/** Elements that a head may have; any other begins the body. */
const HEAD = new Set('html head base link meta noscript script style template title'.split(' '));
const INERT = new Set(['noscript', 'template']);

/** Reads a page, or a part of one; returns its facts in the order of its HTML. */
export function readHtml(html: string) {
  // Decoding makes reading slower by a third.
  const { hasForeign, ...page } = read(html, { decodeEntities: false });
  return hasForeign ? read(html, { decodeEntities: true }) : page;
}

/** Elements in which scripts and styles are not raw text. */
const FOREIGN = new Set(['svg', 'math']);

function read(html: string, options: { decodeEntities: boolean }) {
  const tags: OpeningTag[] = [];
  const open: OpeningTag[] = [];
  const metas: HtmlElement[] = [];
  const scripts: HtmlElement[] = [];
  const styles: HtmlElement[] = [];
  const comments: Span[] = [];
  // A map, since an object has a `constructor`, which an author may write as a tag.
  const found = new Map(Object.entries({ meta: metas, script: scripts, style: styles }));
  let [isInHead, inert, end, hasForeign] = [true, 0, 0, false];
  let element: HtmlElement | undefined;
  const handler: Partial<Handler> = {
    onopentagname(name) {
      end = parser.endIndex;
      const tag: OpeningTag = { name, start: parser.startIndex, attributes: [] };
      isInHead &&= HEAD.has(name);
      if (INERT.has(name)) inert++;
      const elements = found.get(name);
      if (elements) {
        hasForeign ||= open.some((one) => FOREIGN.has(one.name));
        element = Object.assign(tag, { end, text: '', isInHead: isInHead && inert === 0 });
        elements.push(element);
      }
      tags.push(tag);
      open.push(tag);
    },
    onattribute(name, value) {
      const start = end;
      end = parser.endIndex;
      const isEncoded = !options.decodeEntities && value.includes('&');
      const decoded = isEncoded ? decodedAttribute(html.slice(start, end)) : value;
      tags.at(-1)!.attributes.push({ name, value: decoded, start, end });
    },
    oncomment() {
      comments.push({ start: parser.startIndex, end: parser.endIndex + 1 });
    },
    ontext(text) {
      if (element) element.text += text;
    },
    onclosetag(name, isImplied) {
      const tag = open.pop()!;
      if (name === 'head') isInHead = false;
      if (INERT.has(name)) inert--;
      if (isImplied && tag !== element) return;
      tag.end = html.indexOf('>', parser.endIndex) + 1 || html.length;
      if (!element || tag !== element) return;
      element.text = element.text.replace(/\r\n?/g, '\n');
      element = undefined;
    },
  };
  const parser = new Parser(handler, options);
  parser.end(html);
  // Data, such as JSON-LD, is no script.
  return { tags, metas, scripts: scripts.filter(isNoData), styles, comments, hasForeign };
}

/** Returns the value of an attribute as written. */
function decodedAttribute(source: string): string {
  let decoded = '';
  new Parser({ onattribute: (_, value) => (decoded = value) }).end(`<a ${source}>`);
  return decoded;
}

/** Returns the names by which CSS selects a tag: `pre`, `.code`, `[data-n]`. */
export function namesOf({ name, attributes }: OpeningTag): string[] {
  const names = attributes.flatMap((attribute) =>
    attribute.name === 'class'
      ? attribute.value.split(/\s+/).map((part) => `.${part}`)
      : `[${attribute.name}]`,
  );
  return [name, ...names];
}

/** Returns the value of an attribute. */
export function attributeOf(tag: OpeningTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}

function isNoData(script: OpeningTag): boolean {
  return !/^\s*application\/(?:ld\+)?json/i.test(attributeOf(script, 'type') ?? '');
}
