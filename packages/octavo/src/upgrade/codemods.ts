/** A change of the files of a blog that a release requires. */
interface Codemod {
  /** The change: `renames the setting x to y`. */
  description: string;
  /** Edits what is still in an old form in a blog, by its root folder; returns the paths of the files. */
  run: (root: string) => string[];
}

/** The codemods of all releases, the oldest first. */
export const CODEMODS: readonly Codemod[] = [];
