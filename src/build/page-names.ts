import { memoized } from './memoized.ts';

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

/** Reads the names of a page without style sheets. */
export function namesOf(html: string): PageNames {
  const markup = new Map(IMPLIED.map((tag) => [tag, 1]));
  for (const [tag, count] of openingTags(html))
    for (const name of namesOfTag(tag)) markup.set(name, (markup.get(name) ?? 0) + count);
  const scripts = wordsOf([...html.matchAll(SCRIPT)].map(([, text = '']) => text).join('\n'));
  const properties = [...html.matchAll(VALUE)].map(([, name = '']) => name);
  return { markup, scripts, properties: new Set(properties) };
}

/** What a parser adds where the text of a page has no tag for it. */
const IMPLIED = ['html', 'head', 'body', 'tbody', 'colgroup'];

const SCRIPT = /<script(?![^>]*application\/(?:ld\+)?json)[^>]*>([\s\S]*?)<\/script>/gi;
const VALUE = /var\(\s*(--[\w-]+)/g;

/** Returns the opening tags of a page without their last sign, each with how often it is there. */
function openingTags(html: string): Map<string, number> {
  const tags = new Map<string, number>();
  for (const tag of html.match(TAG) ?? []) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return tags;
}

/** An opening tag without its last sign. */
export const TAG = /<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*/gi;

function namesOfTag(text: string): string[] {
  const tag = /^<([^\s/]+)/.exec(text)![1]!.toLowerCase();
  const [, double, single, bare] = CLASSES.exec(text) ?? [];
  const names = namesOfElement(`${tag} ${double ?? single ?? bare ?? ''}`);
  if (!text.includes('data-')) return names;
  return [...names, ...[...text.matchAll(DATA)].map(([, name = '']) => `[${name}]`)];
}

const CLASSES = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const DATA = /\s(data-[^\s=/>"']+)/g;

/** The same few stand on every page. */
const namesOfElement = memoized((key) => {
  const [tag = '', ...classes] = key.split(/\s+/).filter(Boolean);
  const own = [tag, ...classes.map((name) => `.${name}`)];
  const scoped = classes.filter(isScope).flatMap((scope) => own.map((name) => `${scope} ${name}`));
  return [...own, ...classes.map((name) => `${tag}.${name}`), ...scoped];
});

/** True for a class that Astro gives all elements of a component. */
function isScope(name: string): boolean {
  return /^astro-[a-z0-9]{8}$/.test(name);
}

/** Pages of one kind have the same scripts, and so the same set of words. */
const wordsOf = memoized((scripts) => new Set(scripts.replace(LOOKED_FOR, '').match(WORD)));

/** Of one letter only what may be a tag or a class: the others are names of variables. */
const WORD = /[\w-]{2,}|(?<=["'`<])\w(?=["'`\s>])/g;

/** What a script looks for it does not make. */
const LOOKED_FOR = /\.(?:querySelector(?:All)?|closest|matches)\((["'`])(?:(?!\1).)*\1\)/g;
