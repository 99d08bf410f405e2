import type { Term } from '../index-files.ts';

/** A term of the index, with what corrections need. */
export interface CollectedTerm extends Term {
  /** The word as it is written, in lower case. */
  written: string;
  /** True for a term in a title, heading or tag. */
  isTopic: boolean;
  /** The language of its first entry. */
  language: string;
}
