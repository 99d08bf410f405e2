import { globSync } from 'node:fs';
import { sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

/**
 * The components that files in `src/overrides/` can replace, with their folders in the engine. Their
 * names, props and positions are a public interface, provisional until the first release candidate;
 * docs/overrides.md lists them.
 */
export const OVERRIDABLE = {
  /** The list of all posts by year. */
  Archive: 'components/list',
  /** The page of a post. */
  Article: 'layouts',
  /** The text and the link of an author. */
  AuthorProfile: 'components/list',
  /** The table of contents. */
  Contents: 'components/post',
  /** The picture at the head of a post. */
  Cover: 'components/post',
  /** Everything around the content of a page: head, header and footer. */
  Document: 'layouts',
  /** The link to the source of a post or page. */
  EditLink: 'components/post',
  /** The list of all tags or all series. */
  GroupIndex: 'components/list',
  /** A page of the index. */
  Index: 'layouts',
  /** The introduction on the first page of the index. */
  Intro: 'components/list',
  /** A page of a list: of the index, of a tag, of an author. */
  List: 'layouts',
  /** The links to two neighbours of a post. */
  Neighbours: 'components/post',
  /** A page from `src/content/pages/`. */
  Page: 'layouts',
  /** The links to the newer and older page of a list. */
  Pagination: 'components/list',
  /** The title, date, authors and tags of a post. */
  PostHeader: 'components/post',
  /** The entries of a list, with their summaries. */
  PostList: 'components/list',
  /** The date and reading time of a post. */
  PostMeta: 'components/post',
  /** A list of titles and dates. */
  PostTitles: 'components/list',
  /** The end of a post: neighbours and related posts. */
  ReadOn: 'components/post',
  /** The related posts. */
  RelatedPosts: 'components/post',
  /** The parts of the series of a post. */
  SeriesParts: 'components/post',
  /** The footer of the site. */
  SiteFooter: 'components/site',
  /** The header of the site. */
  SiteHeader: 'components/site',
} as const;

/** The names of the slots: files in `src/slots/` that are rendered in pages. */
export const SLOTS = ['after-post', 'before-post', 'footer', 'head', 'header-end'] as const;

/** The engine files that the files of a blog replace, by folder and name. */
const REPLACED: Record<string, Record<string, string>> = {
  'src/overrides': byName(Object.entries(OVERRIDABLE)),
  'src/slots': byName(SLOTS.map((name) => [name, 'slots'])),
};

const REPLACEMENTS = new Map([
  ['styles/theme.css', 'src/styles/theme.css'],
  ...Object.entries(REPLACED).flatMap(([folder, originals]) =>
    Object.entries(originals).map(([name, original]) => [original, `${folder}/${name}`] as const),
  ),
]);

/** Returns the path at which a blog can replace a file of the engine, `components/post/Cover.astro`. */
export function replacementOf(original: string): string | undefined {
  return REPLACEMENTS.get(original);
}

/** Returns the engine file that a file of a blog replaces, `src/overrides/Cover.astro`. */
export function originalOf(replacement: string): string | undefined {
  return REPLACEMENTS.entries().find(([, path]) => path === replacement)?.[0];
}

/** Returns the files in a blog's `src/overrides/` and `src/slots/`, sorted. */
export function replacementFiles(root: string): string[] {
  return globSync('src/{overrides,slots}/*', { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

/** Returns a line with the overrides and slots in use, or `undefined`. */
export function replacementsInUse(root: string): string | undefined {
  const files = replacementFiles(root).filter((path) => originalOf(path) !== undefined);
  const namesIn = (folder: string) =>
    files
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).replace('.astro', ''))
      .join(', ');
  const [overrides, slots] = [namesIn('src/overrides'), namesIn('src/slots')];
  const parts = [overrides && `overrides: ${overrides}`, slots && `slots: ${slots}`];
  return parts.filter(Boolean).join('; ') || undefined;
}

/** Returns an error for each file that replaces nothing. */
export function unknownReplacements(paths: readonly string[]): Diagnostic[] {
  return paths
    .filter((path) => originalOf(path) === undefined)
    .map((path) => {
      const folder = path.slice(0, path.lastIndexOf('/'));
      const name = path.slice(folder.length + 1);
      const subject = folder === 'src/slots' ? 'unknown slot' : 'unknown component';
      const known = Object.keys(REPLACED[folder] ?? {});
      const message = `${subject} ${name}${didYouMean(name, known)}; docs/overrides.md has the list`;
      return { file: path, line: 1, column: 1, severity: 'error', message };
    });
}

function byName(entries: readonly (readonly [name: string, folder: string])[]) {
  return Object.fromEntries(
    entries.map(([name, folder]) => [`${name}.astro`, `${folder}/${name}.astro`]),
  );
}
