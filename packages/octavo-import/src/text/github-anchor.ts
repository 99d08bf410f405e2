import { slug as githubSlug } from 'github-slugger';
import { plainText } from './plain-text.ts';

/** Returns the id that GitHub, Astro and Octavo give to a heading, by its line of Markdown. */
export function githubAnchor(line: string): string {
  return githubSlug(plainText(line));
}
