import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { frontMatter } from '#site-config';
import { dayOf } from '../content/dates.ts';
import { readLibrary } from '../content/read-content.ts';
import { site } from '../settings/settings.ts';
import { absolute } from '../addresses/urls.ts';
import { projectRoot } from '../settings/project-root.ts';
import { ask } from '../terminal/ask.ts';
import { newContent, type EntryOptions } from './new-content.ts';

/** Creates the file of a post or page, as a draft, and prints its path and URL. */
export async function newEntry(title: string, options: EntryOptions): Promise<void> {
  const { path, source, url } = newContent(
    {
      ...options,
      title: title || ((await ask('Title: ')) ?? ''),
      day: dayOf(Date.now(), site.timeZone),
    },
    readLibrary(projectRoot, site),
    site,
    frontMatter,
  );
  mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
  writeFileSync(join(projectRoot, path), source, { flag: 'wx' });
  console.log(`${path}\n${absolute(url)}`);
}
