import { memoized } from './memoized.ts';
import type { OpeningTag } from './opening-tags.ts';

/** What style sheets can know the elements of a page by. */
export interface PageNames {
  /**
   * How often each is there: tags in small letters, classes (`.code`), both of one element
   * (`figure.code`), attributes that begin with `data-` (`[data-n]`). With the class of a
   * component before it, how often it is of the component: `astro-abcd1234 .code`.
   */
  markup: Map<string, number>;
  /** The words of its scripts: names of what they may add. */
  scripts: ReadonlySet<string>;
  /** The custom properties that what is not a style sheet names. */
  properties: Set<string>;
}

/** Reads the names of a page without style sheets, which has these tags. */
export function namesOf(html: string, tags: readonly OpeningTag[]): PageNames {
  const counts = new Map<readonly string[], number>();
  for (const { names } of tags) counts.set(names, (counts.get(names) ?? 0) + 1);
  const markup = new Map(IMPLIED.map((tag) => [tag, 1]));
  for (const [names, count] of counts)
    for (const name of names) markup.set(name, (markup.get(name) ?? 0) + count);
  const scripts = wordsOf([...html.matchAll(SCRIPT)].map(([, text = '']) => text).join('\n'));
  const properties = [...html.matchAll(VALUE)].map(([, name = '']) => name);
  return { markup, scripts, properties: new Set(properties) };
}

/** What a parser adds where the text of a page has no tag for it. */
const IMPLIED = ['html', 'head', 'body', 'tbody', 'colgroup'];

const SCRIPT = /<script(?![^>]*application\/(?:ld\+)?json)[^>]*>([\s\S]*?)<\/script>/gi;
const VALUE = /var\(\s*(--[\w-]+)/g;

/** Pages of one kind have the same scripts, and so the same set of words. */
const wordsOf = memoized((scripts) => new Set(scripts.replace(LOOKED_FOR, '').match(WORD)));

/** Of one letter only what may be a tag or a class: the others are names of variables. */
const WORD = /[\w-]{2,}|(?<=["'`<])\w(?=["'`\s>])/g;

/** What a script looks for it does not make. */
const LOOKED_FOR = /\.(?:querySelector(?:All)?|closest|matches)\((["'`])(?:(?!\1).)*\1\)/g;
