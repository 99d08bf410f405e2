import { absolute } from '../blog/urls.ts';
import { site, type Settings } from '../blog/settings.ts';

/** What a page says of itself. */
export interface PageFacts {
  title: string;
  description: string;
  /** Its path, without the base path. */
  path: string;
  /** Where it was first published, if elsewhere. */
  canonical?: string | undefined;
  /** Keeps it out of search engines. */
  noindex?: boolean | undefined;
}

/** The head of a page, ready to print. */
export interface PageHead {
  /** For the tab: the page and the site; of the site's own page, the site. */
  title: string;
  description: string;
  /** Absent where search engines are kept out. */
  canonical: string | undefined;
  noindex: boolean;
}

/** Returns the head of a page from what it says of itself. */
export function pageHead(facts: PageFacts, settings: Settings = site): PageHead {
  const { title, description, path, canonical, noindex = false } = facts;
  return {
    title: title === settings.title ? title : `${title} – ${settings.title}`,
    description: shortened(description),
    canonical: noindex ? undefined : (canonical ?? absolute(path, settings)),
    noindex,
  };
}

/** What search engines show of a description, about. */
const DESCRIPTION_LENGTH = 160;

/** Returns a text cut at the end of a word, where one is near, so that it and an ellipsis fit. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= DESCRIPTION_LENGTH) return text;
  const start = characters.slice(0, DESCRIPTION_LENGTH - 1).join('');
  // Scripts without spaces are cut where they are.
  const whole = start.replace(/\s+\S{0,40}$/, '');
  return `${whole.replace(/[\s.,;:]+$/, '')}…`;
}
