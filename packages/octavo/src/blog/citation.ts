import type { PostDate } from '../content/dates.ts';

/** The facts of a post that a citation names. */
interface Cited {
  title: string;
  authors: readonly { name: string; organization: boolean }[];
  date: Pick<PostDate, 'day'>;
  /** The absolute URL of the post. */
  url: string;
  /** The name of the blog. */
  blog: string;
}

/**
 * Returns the entry of a post for BibTeX and biblatex: `@misc`, since the styles of BibTeX do not know
 * `@online`. A title in two braces keeps its capital letters.
 */
export function bibTex({ title, authors, date, url, blog }: Cited): string {
  const [year = '', month] = date.day.split('-');
  const path = new URL(url).pathname.replace(/\.html$/, '');
  const name = authors[0]?.organization ? authors[0].name : authors[0]?.name.split(/\s+/).at(-1);
  const key = [name ?? blog, year, decodeURI(path).split('/').findLast(Boolean) ?? ''];
  const fields = {
    ...(authors.length > 0 && { author: `{${authors.map(nameOf).join(' and ')}}` }),
    title: `{{${escaped(title)}}}`,
    howpublished: `{${escaped(blog)}}`,
    year: `{${year}}`,
    month: MONTHS[Number(month) - 1],
    url: `{${url}}`,
  };
  const lines = Object.entries(fields).map(([field, value]) => `  ${field} = ${value},\n`);
  return `@misc{${key.map(asciiOf).filter(Boolean).join('-')},\n${lines.join('')}}`;
}

/** Returns a name; what is no name of a person is one word to BibTeX. */
function nameOf({ name, organization }: Cited['authors'][number]): string {
  const isOneWord = organization || /,|\sand\s/i.test(name);
  return isOneWord ? `{${escaped(name)}}` : escaped(name);
}

/** The months as the macros that all styles define. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Returns a text as LaTeX. BibTeX counts escaped braces too, so commands stand for them. */
function escaped(text: string): string {
  return text.replace(/[\\{}~^]|[$&#_%]/g, (character) => COMMANDS[character] ?? `\\${character}`);
}

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Returns the letters and digits of a text that a key may have. */
function asciiOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
