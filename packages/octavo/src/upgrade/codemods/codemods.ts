import type { BlogFiles } from './blog-files.ts';

/** A change of settings or front matter that a release asks for, made in a blog's files. */
export interface Codemod {
  /** The release that needs it. */
  version: string;
  /** What it changes: `renames the setting x to y`. */
  description: string;
  run: (blog: BlogFiles) => void;
}

/** The codemods of all releases. */
export const CODEMODS: readonly Codemod[] = [];
