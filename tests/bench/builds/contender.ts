import type { Article } from '../articles.ts';
import type { Command } from './measured-run.ts';

/** A site of one of those that are compared, in a folder of its own. */
export interface Contender {
  name: ContenderName;
  folder: string;
  /** Builds the site. */
  command: Command;
  /** Takes away what a build left, the site and all caches. */
  clean: () => void;
  /** Writes the file of a post, new or in place of the one before. */
  write: (article: Article) => void;
  /** Takes the file of a post away, if it is there. */
  remove: (article: Article) => void;
  /** Writes another description of the blog into its settings. */
  configure: (description: string) => void;
}

/** What is compared. */
export const CONTENDERS = {
  octavo: 'Octavo',
  lean: 'Octavo without search index and social cards',
  hugo: 'Hugo with a minimal theme',
} as const;

export type ContenderName = keyof typeof CONTENDERS;
