import type { Article } from '../articles.ts';
import type { Command } from './measured-run.ts';

/** A site of one of those that are compared, in a folder of its own. */
export interface Contender {
  name: ContenderName;
  folder: string;
  /** The folder of the built site. */
  output: string;
  /** Builds the site. */
  command: Command;
  /** Removes the output of a build and all caches. */
  clean: () => void;
  /** Writes the file of a post, new or instead of the one before. */
  write: (article: Article) => void;
  /** Removes the file of a post, if there is one. */
  remove: (article: Article) => void;
  /** Writes another description of the blog into its settings. */
  configure: (description: string) => void;
}

/** The sites of `npm run bench`. */
export const CONTENDERS = {
  octavo: 'Octavo',
  lean: 'Octavo without search index and social cards',
  hugo: 'Hugo with a minimal theme',
} as const;

/** The sites of `npm run bench:peers`. */
export const PEERS = {
  ...CONTENDERS,
  papermod: 'Hugo with PaperMod 7',
  eleventy: 'Eleventy base blog 9',
  astro: 'bare Astro 7',
  starlight: 'Starlight-blog',
  astropaper: 'AstroPaper 5',
  // Cold builds only; named by --sites.
  languages: 'Octavo in two languages',
} as const;

export type ContenderName = keyof typeof PEERS;
