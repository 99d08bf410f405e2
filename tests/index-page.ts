import { attribute, elements, text, type Element } from './html.ts';

/** An entry of an index page, as a reader sees it. */
export interface IndexEntry {
  title: string;
  link: string;
  /** Empty where the entry has none. */
  summary: string;
  /** The whole line below: `January 6, 2024 · 8 min`. */
  meta: string;
  datetime: string;
}

/** Returns the entries of an index page in order. */
export function entriesOf(html: string): IndexEntry[] {
  return elements(html, 'article').map((article) => {
    const within = (...names: string[]) => elementsIn(article, names);
    const [link] = within('a');
    const paragraphs = within('p').map(text);
    return {
      title: text(within('h2')[0]!),
      link: attribute(link!, 'href') ?? '',
      summary: paragraphs.length > 1 ? paragraphs[0]! : '',
      meta: paragraphs.at(-1) ?? '',
      datetime: attribute(within('time')[0]!, 'dateTime') ?? '',
    };
  });
}

/** Returns the titles of an index page in order. */
export function titlesOf(html: string): string[] {
  return entriesOf(html).map(({ title }) => title);
}

function elementsIn(parent: Element, names: string[]): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const below = elementsIn(child, names);
    return names.includes(child.tagName) ? [child, ...below] : below;
  });
}
