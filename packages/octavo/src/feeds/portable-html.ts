import { toHtml } from 'hast-util-to-html';
import { htmlToHast } from 'satteri';
import { decodePath } from '../addresses/decode-path.ts';
import { directionOf } from '../words/language.ts';
import { stringsFor } from '../strings/strings.ts';
import { blockRules, ownLink } from './portable/blocks.ts';
import { cleaned, isLeftOut } from './portable/clean.ts';
import { cover, mediaRules, type FeedCover } from './portable/media.ts';
import { attribute, element, find, type Node, type Parent } from '../markdown/tree.ts';
import type { Article, FeedSite } from './portable/rule.ts';

/** The rules for the elements of an article; the first that applies wins. */
const RULES = [...blockRules, ...mediaRules];

/**
 * Returns an article's HTML for a reader away from its page (`url`), which has none of its styles
 * and scripts, and may have no SVG, no MathML and no frames: every address whole, every element
 * and attribute one that does something there. An id stays where something in the article leads
 * to it.
 */
export function portableHtml(
  html: string,
  url: string,
  {
    cover: picture,
    site,
    lang,
  }: { cover?: FeedCover | undefined; site: FeedSite; lang?: string | undefined },
): string {
  const tree = htmlToHast(html, { fragment: true }) as Parent;
  const direction = lang === undefined ? site.direction : directionOf(lang);
  const text = insideOf(url, { ...site, direction })(tree);
  const before = picture ? [cover(picture)] : [];
  const children = cleaned([...before, ...text], {
    whole: (address) => wholeAddress(address, url),
    targets: new Set(targetsOf(tree, url)),
  });
  const needsDirection = direction === 'rtl' || direction !== site.direction;
  const hasElement = children.length > 0 && (lang !== undefined || needsDirection);
  const dir = needsDirection ? direction : undefined;
  const item = hasElement ? element('div', { lang, dir }, children) : children;
  return toHtml(item, { characterReferences: { useNamedReferences: true } }).trim();
}

/** Returns the islands of an article, each made portable, in their order, and what stands for another. */
export function portableIslands(html: string, url: string, site: FeedSite) {
  const tree = htmlToHast(html, { fragment: true });
  const portable = (island: string) => portableHtml(island, url, { site });
  return {
    html: find(tree, 'astro-island').map((island) => portable(toHtml(island))),
    instead: portable('<astro-island></astro-island>'),
  };
}

/** Returns what makes portable what a node holds, by the rules, from the first to the last. */
function insideOf(url: string, site: FeedSite): Article['inside'] {
  let place = '';
  const replaced = (node: Node, parent: Parent): Node[] => {
    if (isLeftOut(node)) return [];
    if (node.type !== 'element') return [node];
    const id = attribute(node, 'id');
    if (id !== undefined) place = `#${encodeURIComponent(id)}`;
    for (const rule of RULES) {
      const result = rule(node, article, parent);
      if (result) return result;
    }
    return [{ ...node, children: article.inside(node) }];
  };
  const article: Article = {
    inside: (node) => node.children.flatMap((child) => replaced(child as Node, node)),
    url,
    here: () => url + place,
    strings: stringsFor(site),
    codeDirection: site.direction === 'rtl' ? { dir: 'ltr' } : {},
  };
  return article.inside;
}

/** Returns a URL as an absolute one; `undefined` for one that is invalid or runs a script. */
function wholeAddress(address: string, url: string): string | undefined {
  const whole = URL.parse(address, url);
  return whole?.protocol === 'javascript:' ? undefined : whole?.href;
}

/**
 * Returns the ids of a page at `url` that links in its text lead to, those of headings to
 * themselves apart.
 */
function targetsOf(parent: Parent, url: string): string[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const href = attribute(child, 'href');
    const isOwn = parent.type === 'element' && ownLink(parent) === child;
    const id = href === undefined || isOwn ? undefined : idIn(href, url);
    return [...(id === undefined ? [] : [id]), ...targetsOf(child, url)];
  });
}

function idIn(href: string, url: string): string | undefined {
  const [page, id] = wholeAddress(href, url)?.split('#') ?? [];
  return page === new URL(url).href && id ? decodePath(id) : undefined;
}
