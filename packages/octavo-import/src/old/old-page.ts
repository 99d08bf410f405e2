import type { OldFile } from './old-file.ts';

/** A content file of the old blog, and where it stands. */
export interface OldPage {
  /** Relative to the old blog's folder: `content/posts/x.md`. */
  file: string;
  /** `section` is every list: of a folder, of a taxonomy, of one of its terms. */
  kind: 'page' | 'section' | 'home';
  /** The folders below the content that it is in; a bundle's own is not among them. */
  folders: readonly string[];
  /** The name of the file, or of a bundle's folder, without its ending. */
  name: string;
  isBundle: boolean;
  /** The files beside it that are its own, by their path from its folder. */
  resources: readonly string[];
  /** Its folder, relative to the old blog's folder. */
  folder: string;
  source: OldFile;
}
