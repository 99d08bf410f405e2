import { memoized } from './memoized.ts';

/** An opening tag of a page, as far as it is about styles. */
export interface OpeningTag {
  /** Without its last sign. */
  text: string;
  /** What style sheets can know the element by, as `PageNames` has it; the same list for the same. */
  names: readonly string[];
  /** Where it may have the class of a component. */
  classes: ClassAttribute | undefined;
}

/** The attribute of an element's classes. */
interface ClassAttribute {
  /** Where it stands in the tag, from the space before it. */
  start: number;
  end: number;
  /** The name of the tag and the value, with a space between. */
  element: string;
}

/** Returns the opening tags of a page, in their order. */
export function openingTags(html: string): OpeningTag[] {
  return (html.match(TAG) ?? []).map(tagOf);
}

const TAG = /<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*/gi;

/** Most tags of a page stand on others too. */
const tagOf = memoized((text): OpeningTag => {
  const [, tag = ''] = /^<([^\s/]+)/.exec(text)!;
  return {
    text,
    names: namesOfTag(tag.toLowerCase(), text),
    classes: text.includes('astro-') ? classesOf(tag, text) : undefined,
  };
});

function classesOf(tag: string, text: string): ClassAttribute | undefined {
  const found = / class="([^"]*)"/.exec(text);
  if (!found) return undefined;
  const [{ length }, list = ''] = found;
  return { start: found.index, end: found.index + length, element: `${tag} ${list}` };
}

function namesOfTag(tag: string, text: string): readonly string[] {
  const [, double, single, bare] = CLASSES.exec(text) ?? [];
  const names = namesOfElement(`${tag} ${double ?? single ?? bare ?? ''}`);
  if (!text.includes('data-')) return names;
  return [...names, ...[...text.matchAll(DATA)].map(([, name = '']) => `[${name}]`)];
}

const CLASSES = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const DATA = /\s(data-[^\s=/>"']+)/g;

/** The same few stand on every page. */
const namesOfElement = memoized((key): readonly string[] => {
  const [tag = '', ...classes] = key.split(/\s+/).filter(Boolean);
  const own = [tag, ...classes.map((name) => `.${name}`)];
  const scoped = classes.filter(isScope).flatMap((scope) => own.map((name) => `${scope} ${name}`));
  return [...own, ...classes.map((name) => `${tag}.${name}`), ...scoped];
});

/** True for a class that Astro gives all elements of a component. */
function isScope(name: string): boolean {
  return /^astro-[a-z0-9]{8}$/.test(name);
}
