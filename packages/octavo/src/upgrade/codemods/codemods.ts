import type { BlogFiles } from './blog-files.ts';

/** A change of the files of a blog that a release requires. */
export interface Codemod {
  /** The release that requires it. */
  version: string;
  /** The change: `renames the setting x to y`. */
  description: string;
  run: (blog: BlogFiles) => void;
}

/** The codemods of all releases. */
export const CODEMODS: readonly Codemod[] = [];
