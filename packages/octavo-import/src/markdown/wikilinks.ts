import { posix } from 'node:path';
import { nameKey, namesOf } from 'octavo/internal/markdown/links/names';
import { kindOf } from 'octavo/internal/markdown/pictures/media';
import type { OldPage } from '../old/old-page.ts';
import type { Conversion } from '../text/conversion.ts';
import { replaceAll, type Pass } from '../text/passes.ts';
import { githubAnchor } from '../text/github-anchor.ts';
import { escapedMarkdown, link } from '../text/written.ts';

/** Finds the files that links of Obsidian name, in any folder. */
export class Vault {
  readonly #notes = new Map<string, string>();
  readonly #files = new Map<string, string>();

  constructor(pages: readonly OldPage[], files: readonly string[]) {
    for (const { file, source } of pages) {
      for (const name of namesOf(file.replace(/\.\w+$/, ''))) addTo(this.#notes, name, file);
      const { aliases } = source.values;
      for (const name of Array.isArray(aliases) ? aliases : [])
        addTo(this.#notes, String(name), file);
    }
    for (const file of files) for (const name of namesOf(file)) addTo(this.#files, name, file);
  }

  /** Returns the path of a note from the root of the vault. */
  note(name: string): string | undefined {
    return this.#notes.get(nameKey(name.replace(/\.md$/i, '')));
  }

  /** Returns the path of another file. */
  file(name: string): string | undefined {
    return this.#files.get(nameKey(name));
  }
}

function addTo(names: Map<string, string>, name: string, file: string): void {
  if (!names.has(nameKey(name))) names.set(nameKey(name), file);
}

const WIKILINK = /(!?)\[\[([^[\]|#\n]*?)(#[^[\]|\n]*?)?(?:\\?\|([^[\]\n]*))?\]\]/g;

/** Returns the pass that writes links and embeds of Obsidian as Markdown. */
export function wikilinks(vault: Vault, conversion: Conversion): Pass {
  return (text, code) => {
    if (!text.includes('[[')) return [];
    return replaceAll(text, code, WIKILINK, ([, embed, name = '', heading = '', words]) => {
      const shown = words?.trim();
      return embed === '!'
        ? embedded(name, heading, shown, { vault, conversion })
        : linked(name, heading, shown, { vault, conversion });
    });
  };
}

function linked(
  name: string,
  heading: string,
  words: string | undefined,
  { vault, conversion }: Around,
): string {
  const part = heading.replace(/^#+/, '');
  if (name === '') return linkTo(anchorOf(heading), words ?? part);
  const path = vault.note(name) ?? vault.file(name);
  if (path === undefined) {
    conversion.reportOnce(0, 'warning', `link: [[${name}]] names no note; its text is kept`);
    return escapedMarkdown(words ?? name);
  }
  const label = part === '' ? name.replace(/^.*\//, '') : `${name} > ${part}`;
  return linkTo(`/${path}${anchorOf(heading)}`, words ?? label);
}

interface Around {
  vault: Vault;
  conversion: Conversion;
}

/** A picture or a player; another file or a note is linked. */
function embedded(
  name: string,
  heading: string,
  words: string | undefined,
  { vault, conversion }: Around,
): string {
  const file = vault.file(name);
  // Obsidian has the width of a picture there.
  const label = words === undefined || /^\d+(?:x\d+)?$/.test(words) ? undefined : words;
  if (kindOf(name) !== undefined) {
    const alt = label ?? posix.basename(name).replace(/\.\w+$/, '');
    return `![${escapedMarkdown(alt)}](${encodeURI(file === undefined ? name : `/${file}`)})`;
  }
  const path = vault.note(name) ?? file;
  if (path === undefined) {
    conversion.reportOnce(0, 'warning', `embed: ![[${name}]] names no file; its name is kept`);
    return escapedMarkdown(label ?? name);
  }
  conversion.reportOnce(0, 'info', `embed: ![[${name}]] became a link`);
  return linkTo(`/${path}${anchorOf(heading)}`, label ?? name);
}

/** The id of a heading as Octavo makes it; one of a block is none. */
function anchorOf(heading: string): string {
  const last = heading.split('#').at(-1)?.trim() ?? '';
  return last === '' || last.startsWith('^') ? '' : `#${githubAnchor(last)}`;
}

function linkTo(path: string, words: string): string {
  return path === ''
    ? escapedMarkdown(words)
    : link(encodeURI(path).replace(/[()]/g, encodeParenthesis), words);
}

function encodeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}

/** Comments, marks of blocks and highlights. */
export const obsidianMarks: Pass = (text, code) => [
  ...replaceAll(text, code, /%%[\s\S]*?%%/g, () => ''),
  ...replaceAll(text, code, /(?<=\S)[ \t]+\^[\w-]+[ \t]*$/gm, () => ''),
  ...replaceAll(
    text,
    code,
    /(?<!=)==(?=[^\s=])([^=\n]*[^\s=])==(?!=)/g,
    ([, words = '']) => `<mark>${words}</mark>`,
  ),
];
