import type { OpeningTag, PageHtml } from '../html/read-html.ts';
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
  /** The custom properties that its attributes, scripts and these style sheets name. */
  properties: Set<string>;
}

/** Reads the names of a page, whose style sheets are these where rules are not kept by its names. */
export function namesOf({ tags, scripts }: PageHtml, styles: readonly string[]): PageNames {
  const counts = new Map<readonly string[], number>();
  const properties = new Set<string>();
  const addProperties = (text: string) => {
    if (text.includes('var(')) for (const [, name] of text.matchAll(VALUE)) properties.add(name!);
  };
  const add = (names: readonly string[]) => counts.set(names, (counts.get(names) ?? 0) + 1);
  for (const tag of tags) {
    add(namesOfElement(elementOf(tag)));
    for (const { name, value } of tag.attributes) {
      if (name.startsWith('data-')) add(namesOfData(name));
      addProperties(value);
    }
  }
  const markup = new Map(IMPLIED.map((tag) => [tag, 1]));
  for (const [names, count] of counts)
    for (const name of names) markup.set(name, (markup.get(name) ?? 0) + count);
  const texts = scripts.map(({ text }) => text);
  for (const text of [...texts, ...styles]) addProperties(text);
  return { markup, scripts: wordsOf(texts.join('\n')), properties };
}

/** Returns the name of a tag and its classes, with a space between. */
function elementOf({ name, attributes }: OpeningTag): string {
  for (const attribute of attributes)
    if (attribute.name === 'class') return `${name} ${attribute.value}`;
  return name;
}

/** The same few stand on every page. */
const namesOfElement = memoized((element): readonly string[] => {
  const [name = '', ...classes] = element.split(/\s+/).filter(Boolean);
  const tag = name.toLowerCase();
  const own = [tag, ...classes.map((name) => `.${name}`)];
  const scoped = classes.filter(isScope).flatMap((scope) => own.map((name) => `${scope} ${name}`));
  return [...own, ...classes.map((name) => `${tag}.${name}`), ...scoped];
});

const namesOfData = memoized((attribute): readonly string[] => [`[${attribute}]`]);

/** True for a class that Astro gives all elements of a component. */
function isScope(name: string): boolean {
  return /^astro-[a-z0-9]{8}$/.test(name);
}

/** What a parser adds where the text of a page has no tag for it. */
const IMPLIED = ['html', 'head', 'body', 'tbody', 'colgroup'];

const VALUE = /var\(\s*(--[\w-]+)/g;

/** Pages of one kind have the same scripts, and so the same set of words. */
const wordsOf = memoized((scripts) => new Set(scripts.replace(LOOKED_FOR, '').match(WORD)));

/** Of one letter only what may be a tag or a class: the others are names of variables. */
const WORD = /[\w-]{2,}|(?<=["'`<])\w(?=["'`\s>])/g;

/** What a script looks for it does not make. */
const LOOKED_FOR = /\.(?:querySelector(?:All)?|closest|matches)\((["'`])(?:(?!\1).)*\1\)/g;
