import { element, isElement, type Element, type Node, type Parent } from '../../markdown/tree.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Strings } from '../../strings/strings.ts';

/** The settings of a site that its feeds depend on. */
export type FeedSite = Pick<Settings, 'direction' | 'language' | 'strings'>;

/** The article that a rule works on. */
export interface Article {
  /** Returns what a node holds, made portable. */
  inside: (node: Parent) => Node[];
  /** The absolute URL of the page. */
  url: string;
  /** Returns the absolute URL of the nearest id of the page, at or before here. */
  here: () => string;
  strings: Strings;
  /** The attribute that code needs among text in the language of the site. */
  codeDirection: { dir?: 'ltr' };
}

/** Returns the replacement of an element in a feed; `undefined` where the rule does not apply. */
export type Rule = (element: Element, article: Article, parent: Parent) => Node[] | undefined;

/** Returns the set of elements with these names. */
export function elements(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Elements that cannot contain a paragraph. */
const IN_LINE = elements(
  'a abbr b bdi bdo cite code data del dfn dt em h1 h2 h3 h4 h5 h6 i ins kbd label mark p pre q s samp small span strong sub summary sup time u var',
);

/** Returns a link: a paragraph of its own where there may be one. */
export function link(href: string, content: string, parent: Parent): Element {
  const anchor = element('a', { href }, [content]);
  return isElement(parent) && IN_LINE.has(parent.tagName) ? anchor : element('p', {}, [anchor]);
}
