import { createRequire } from 'node:module';
import { attributeOf, type HtmlElement, type OpeningTag } from '../html/read-html.ts';
import directives from './url-directives.json' with { type: 'json' };

/** Something that a page loads, or sends to. */
export interface PageUse {
  /** The element, or `@font-face` of a style sheet. */
  element: string;
  /** The directive of a policy that may allow it. */
  directive: string;
  /** As written. */
  url: string;
}

/** The directives for URLs in attributes, for links by words in their `rel`, and for preloads by their `as`. */
const DIRECTIVES: Readonly<Record<keyof typeof directives, Record<string, string>>> = directives;

/** Returns what the elements and style sheets of a page load, or send to. */
export function usesOf(tags: readonly OpeningTag[], styles: readonly HtmlElement[]): PageUse[] {
  return [...tags.flatMap(usesOfTag), ...styles.flatMap(({ text }) => usesOfStyle(text))];
}

function usesOfTag(tag: OpeningTag): PageUse[] {
  const { name, attributes } = tag;
  if (name === 'link') {
    const directive = directiveOfLink(tag);
    return directive ? [{ element: name, directive, url: attributeOf(tag, 'href') ?? '' }] : [];
  }
  return attributes.flatMap(({ name: attribute, value }): PageUse[] => {
    if (attribute === 'srcset')
      return addressesIn(value).map((url) => ({ element: name, directive: 'img-src', url }));
    const directive = DIRECTIVES.attributes[`${name} ${attribute}`];
    return directive ? [{ element: name, directive, url: value }] : [];
  });
}

function directiveOfLink(link: OpeningTag): string | undefined {
  const words = attributeOf(link, 'rel')?.toLowerCase().split(/\s+/) ?? [];
  if (words.includes('preload')) return DIRECTIVES.preloads[attributeOf(link, 'as') ?? ''];
  return words.map((word) => DIRECTIVES.links[word]).find((directive) => directive !== undefined);
}

/** Returns the URLs of a `srcset`. */
function addressesIn(srcset: string): string[] {
  return srcset.split(/,\s+/).map((candidate) => candidate.trim().split(/\s/)[0]!);
}

type CssTree = typeof import('css-tree');

/** The directives for URLs in rules; a URL elsewhere is a picture, or a name. */
const RULES: Readonly<Record<string, string>> = {
  'font-face': 'font-src',
  import: 'style-src',
  namespace: '',
};

function usesOfStyle(css: string): PageUse[] {
  // Few styles have any of it, and the parser takes some milliseconds for a page.
  if (!/@import|@font-face|url\(\s*["']?(?:https?:)?\/\//i.test(css)) return [];
  const { parse, walk } = createRequire(import.meta.url)('css-tree') as CssTree;
  const uses: PageUse[] = [];
  walk(parse(css), function (node) {
    const rule = this.atrule?.name.toLowerCase() ?? '';
    if (node.type !== 'Url' && !(node.type === 'String' && rule === 'import')) return;
    const directive = RULES[rule] ?? 'img-src';
    const element = rule in RULES ? `@${rule}` : 'url()';
    if (directive) uses.push({ element, directive, url: node.value });
  });
  return uses;
}
