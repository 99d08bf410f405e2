import { globSync, readFileSync } from 'node:fs';
import type { Fixture } from './site.ts';

const folder = new URL('fixtures/weighed/', import.meta.url);

/**
 * A blog with ten posts on its index and an article of eight minutes, on which is measured what a
 * page weighs: a text that stays, and is none of one made-up word after the other, which is packed
 * better.
 */
export const WEIGHED: Fixture = {
  settings: {
    nav: [
      { label: 'Archive', link: '/archive/' },
      { label: 'Tags', link: '/tags/' },
      { label: 'About', link: '/about/' },
    ],
  },
  files: Object.fromEntries(
    globSync('**/*.md', { cwd: folder })
      .sort()
      .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]),
  ),
};
