import { createRequire } from 'node:module';
import { candidatesIn } from '../html/srcset.ts';
import { attributeOf, type HtmlElement, type OpeningTag } from '../html/read-html.ts';

/** Something that a page loads, or sends to. */
export interface PageUse {
  /** The element, or `@font-face` of a style sheet. */
  element: string;
  /** The directive of a policy that may allow it. */
  directive: string;
  /** As written. */
  url: string;
}

/** The directives for URLs in attributes. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'astro-island component-url': 'script-src',
  'astro-island renderer-url': 'script-src',
  'audio src': 'media-src',
  'base href': 'base-uri',
  'button formaction': 'form-action',
  'embed src': 'object-src',
  'form action': 'form-action',
  'iframe src': 'frame-src',
  'image href': 'img-src',
  'image xlink:href': 'img-src',
  'img src': 'img-src',
  'input formaction': 'form-action',
  'input src': 'img-src',
  'object data': 'object-src',
  'script src': 'script-src',
  'source src': 'media-src',
  'track src': 'media-src',
  'video poster': 'img-src',
  'video src': 'media-src',
};

/** The directives for links, by words in their `rel`, and for a preload by its `as`. */
const LINKS: Readonly<Record<string, string>> = {
  'apple-touch-icon': 'img-src',
  icon: 'img-src',
  manifest: 'manifest-src',
  modulepreload: 'script-src',
  stylesheet: 'style-src',
};
const PRELOADS: Readonly<Record<string, string>> = {
  fetch: 'connect-src',
  font: 'font-src',
  image: 'img-src',
  script: 'script-src',
  style: 'style-src',
};

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
      return candidatesIn(value).map(([url]) => ({ element: name, directive: 'img-src', url }));
    const directive = ATTRIBUTES[`${name} ${attribute}`];
    return directive ? [{ element: name, directive, url: value }] : [];
  });
}

function directiveOfLink(link: OpeningTag): string | undefined {
  const words = attributeOf(link, 'rel')?.toLowerCase().split(/\s+/) ?? [];
  if (words.includes('preload')) return PRELOADS[attributeOf(link, 'as') ?? ''];
  return words.map((word) => LINKS[word]).find((directive) => directive !== undefined);
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
