import type { SiteConfig } from 'octavo/internal/settings/settings';
import type { Note } from './note.ts';

/** What a file of the new site is made of: a text, or a copy of a file of the old blog. */
export type Content = string | { /** An absolute path. */ copyOf: string };

/** A file of the new site. */
export interface ImportedFile {
  /** Relative to the project's folder. */
  path: string;
  content: Content;
}

/** What stood at an address of the old blog. */
type AddressKind = 'post' | 'page' | 'list' | 'feed' | 'alias' | 'file';

/** An address of the old blog, and where it leads. Paths are without the base path, not encoded. */
export interface OldAddress {
  from: string;
  kind: AddressKind;
  /** What answers there in the new site: the same path, another, or nothing. */
  to: string | undefined;
  /**
   * How: `same` without more ado; `alias` of a post; a `page` that leads on, in `public/`; a
   * `feed` at the old address (`feeds.alsoAt`); a `rule` in `public/_redirects`, which some hosts
   * keep to.
   */
  by: 'same' | 'alias' | 'page' | 'feed' | 'rule' | 'nothing';
}

/** A blog as Octavo has it, made of one of another kind. */
export interface ImportedSite {
  /** What the old blog was made with: `Hugo`. */
  from: string;
  files: ImportedFile[];
  settings: SiteConfig;
  addresses: OldAddress[];
  notes: Note[];
  counts: { posts: number; drafts: number; pages: number; authors: number; pictures: number };
}
