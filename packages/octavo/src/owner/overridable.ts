import { basename } from 'node:path/posix';
import { globSync } from 'tinyglobby';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';

/**
 * The components that files in `src/overrides/` can replace, with their folders in the engine. Their
 * names, props and positions are a public interface; docs/src/content/pages/guides/overrides.md lists them.
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
  /** The replies to a post, and those to a reply. */
  Replies: 'components/post',
  /** The parts of the series of a post. */
  SeriesParts: 'components/post',
  /** The footer of the site. */
  SiteFooter: 'components/site',
  /** The header of the site. */
  SiteHeader: 'components/site',
} as const;

/** The names of the slots: files in `src/slots/` that are rendered in pages. */
export const SLOTS = ['after-post', 'before-post', 'footer', 'head', 'header-end'] as const;

/** The engine files that the files of a blog replace, by the path in the blog. */
const ORIGINALS = new Map<string, string>([
  ['src/styles/theme.css', 'styles/theme.css'],
  ...Object.entries(OVERRIDABLE).map(
    ([name, folder]) => [`src/overrides/${name}.astro`, `${folder}/${name}.astro`] as const,
  ),
  ...SLOTS.map((name) => [`src/slots/${name}.astro`, `slots/${name}.astro`] as const),
]);

/** Returns the path at which a blog can replace a file of the engine, `components/post/Cover.astro`. */
export function replacementOf(original: string): string | undefined {
  return ORIGINALS.entries().find(([, path]) => path === original)?.[0];
}

/** Returns the engine file that a file of a blog replaces, `src/overrides/Cover.astro`. */
export function originalOf(replacement: string): string | undefined {
  return ORIGINALS.get(replacement);
}

/** Returns the files in a blog's `src/overrides/` and `src/slots/`, sorted. */
export function replacementFiles(root: string): string[] {
  return globSync('src/{overrides,slots}/**', { cwd: root }).sort();
}

/** Returns an error for each file that replaces nothing. */
export function unknownReplacements(paths: readonly string[]): Diagnostic[] {
  return paths
    .filter((path) => !ORIGINALS.has(path))
    .map((file) => {
      const [, folder, ...rest] = file.split('/');
      const name = rest.join('/');
      const subject = folder === 'slots' ? 'unknown slot' : 'unknown component';
      const paths = [...ORIGINALS.keys()].filter((path) => path.startsWith(`src/${folder}/`));
      const known = paths.map((path) => basename(path));
      const message = `${subject} ${name}${didYouMean(name, known)}; Overrides and slots in the manual has the list`;
      return diagnosticOf('override-unknown', { file, line: 1, column: 1 }, message);
    });
}
