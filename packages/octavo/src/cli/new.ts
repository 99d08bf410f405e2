import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf } from '../content/dates.ts';
import { readContent } from '../content/read-content.ts';
import { absolute } from '../addresses/urls.ts';
import { loadBlog } from './load-blog.ts';
import { ask } from '../terminal/ask.ts';
import { newContent, type EntryOptions } from './new-content.ts';

/** Creates the file of a post or page, as a draft, and prints its path and URL. */
export async function newEntry(title: string, options: EntryOptions): Promise<void> {
  const context = await loadBlog();
  const { root, settings, now } = context;
  const { path, source, url } = newContent(
    {
      ...options,
      title: title || ((await ask('Title')) ?? ''),
      day: dayOf(now, settings.timeZone),
    },
    readContent(context),
    context,
  );
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source, { flag: 'wx' });
  console.log(`${path}\n${absolute(url, settings)}`);
}
