// npm run new -- "A title": starts a post or a page, as a draft.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf } from '../blog/dates.ts';
import { readArguments, UsageError } from './arguments.ts';
import { ask } from './ask.ts';
import { reportMisuse } from './misuse.ts';
import { newContent } from './new-content.ts';
import { projectRoot } from '../project-root.ts';

try {
  await run(process.argv.slice(2));
} catch (error) {
  reportMisuse(error);
}

async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, {
    page: { type: 'boolean', default: false },
    mdx: { type: 'boolean', default: false },
    bundle: { type: 'boolean', default: false },
    series: { type: 'string' },
    tags: { type: 'string', multiple: true, default: [] },
  });
  // Read here, so that settings with mistakes are told as they are in a build.
  const { site } = await import('../blog/settings.ts');
  const { readLibrary } = await import('../blog/library.ts');
  const { absolute } = await import('../blog/urls.ts');
  const wish = {
    ...values,
    tags: values.tags.flatMap((list) => list.split(',')).map((tag) => tag.trim()),
    title: positionals.join(' ') || (await askForTitle()),
    day: dayOf(Date.now(), site.timeZone),
    series: values.series,
  };
  const { path, source, url } = newContent(wish, readLibrary(projectRoot, site), site);
  mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
  writeFileSync(join(projectRoot, path), source, { flag: 'wx' });
  console.log(`${path}\n${absolute(url)}`);
}

async function askForTitle(): Promise<string> {
  const title = await ask('Title: ');
  if (title === undefined) throw new UsageError('a title is missing: npm run new -- "A title"');
  return title;
}
