import { Parser } from 'htmlparser2';

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
/** The elements that are read whole. */
const WHOLE = new Set(['meta', 'script', 'style']);

/** Reads a page, or a part of one; returns its facts in the order of its HTML. */
export function readHtml(html: string) {
  const tags: OpeningTag[] = [];
  const open: OpeningTag[] = [];
  const elements: HtmlElement[] = [];
  const comments: Span[] = [];
  let [isInHead, inert, end] = [true, 0, 0];
  const parser = new Parser({
    onopentagname(name) {
      end = parser.endIndex;
      const tag: OpeningTag = { name, start: parser.startIndex, attributes: [] };
      isInHead &&= HEAD.has(name);
      if (INERT.has(name)) inert++;
      if (WHOLE.has(name))
        elements.push(Object.assign(tag, { end, text: '', isInHead: isInHead && inert === 0 }));
      tags.push(tag);
      open.push(tag);
    },
    onattribute(name, value) {
      const start = end;
      end = parser.endIndex;
      tags.at(-1)!.attributes.push({ name, value, start, end });
    },
    oncomment() {
      comments.push({ start: parser.startIndex, end: parser.endIndex + 1 });
    },
    ontext(text) {
      const element = elements.at(-1);
      if (element && element === open.at(-1)) element.text += text.replace(/\r\n?/g, '\n');
    },
    onclosetag(name, isImplied) {
      const tag = open.pop()!;
      if (name === 'head') isInHead = false;
      if (INERT.has(name)) inert--;
      if (isImplied && !WHOLE.has(name)) return;
      tag.end = html.indexOf('>', parser.endIndex) + 1 || html.length;
    },
  });
  parser.end(html);
  const named = (name: string) => elements.filter((element) => element.name === name);
  // Data, such as JSON-LD, is no script.
  const scripts = named('script').filter(isNoData);
  return { tags, metas: named('meta'), scripts, styles: named('style'), comments };
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
