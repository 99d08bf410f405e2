import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Diagnostic as Problem } from 'octavo/internal/diagnostics/diagnostic';
import type { Diagnostic } from './diagnostic.ts';

/** The content of a new file: a text, or a copy of a file of the old blog. */
export type Content = string | { /** An absolute path. */ copyOf: string };

/** A file of the new site. */
export interface ImportedFile {
  /** Relative to the blog's root folder. */
  path: string;
  content: Content;
}

/** The kind of page or file at a URL of the old blog. */
type AddressKind = 'post' | 'page' | 'list' | 'feed' | 'alias' | 'file';

/** A URL of the old blog and its target. Paths are without the base path, not encoded. */
export interface OldAddress {
  from: string;
  kind: AddressKind;
  /** The path in the new site: the same, another, or `undefined`. */
  to: string | undefined;
  /**
   * The mechanism: the `same` path, an `alias` of a post, a `page` in `public/` that redirects, a
   * `feed` at the old URL (`feeds.alsoAt`), or a `rule` in `public/_redirects`, which some hosts
   * read.
   */
  by: 'same' | 'alias' | 'page' | 'feed' | 'rule' | 'nothing';
}

/** The numbers of what the new site has. */
type Counts = Record<'posts' | 'drafts' | 'pages' | 'authors' | 'pictures' | 'replies', number>;

/** The result of converting a blog of another engine. */
export interface ImportedSite {
  /** The old engine: `Hugo`. */
  from: string;
  files: ImportedFile[];
  settings: SiteConfig;
  addresses: OldAddress[];
  diagnostics: Diagnostic[];
  /** The rules for its host, an absolute path; absent if there are none. */
  redirectsFile?: string | undefined;
  /** True for a problem of the new site that the old blog had too. */
  hadProblem: (problem: Pick<Problem, 'file' | 'rule' | 'target'>) => boolean;
  counts: Counts;
}
