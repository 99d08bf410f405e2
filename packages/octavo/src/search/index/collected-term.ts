import type { Term } from '../index-files.ts';

/** A term of the index, with what corrections need. */
export interface CollectedTerm extends Term {
  /** The word as it is written, in lower case. */
  written: string;
  /** The language of its first entry. */
  language: string;
}
