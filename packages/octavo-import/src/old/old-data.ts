import type { Diagnostic } from '../diagnostic.ts';
import type { OldDate } from './dates.ts';

/** What the front matter of a page of the old blog says, in Octavo's words; dates and addresses apart. */
export interface OldData {
  title: string;
  date: OldDate | undefined;
  updated: OldDate | undefined;
  summary: string | undefined;
  description: string | undefined;
  tags: string[];
  series: string | undefined;
  /** Names of people. */
  authors: string[];
  cover: { image: string; alt: string | undefined; caption: string | undefined } | undefined;
  canonical: string | undefined;
  draft: boolean;
  /** False for drafts and future posts, whose URLs were never public. */
  isPublished: boolean;
  unlisted: boolean;
  toc: boolean | undefined;
  /** The language as BCP 47 writes it, if it is not that of the blog. */
  lang?: string | undefined;
  weight: number;
  diagnostics: Diagnostic[];
}
