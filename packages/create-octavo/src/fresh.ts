// npm run fresh: takes the example content away, so that a clone becomes a blog of one's own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf } from '../blog/dates.ts';
import { LOCK, parseLock } from '../blog/lock.ts';
import { readArguments, UsageError } from './arguments.ts';
import { ask } from './ask.ts';
import {
  digests,
  EXAMPLES,
  readExamples,
  remove,
  SETTINGS,
  sortContent,
  withoutParagraphsAbout,
} from './example-content.ts';
import { authorId, FILL_IN, firstContent, settingsSource, type NewBlog } from './first-content.ts';
import { reportMisuse } from './misuse.ts';
import { projectRoot } from './project.ts';
import { forgetAddresses } from './record-addresses.ts';

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();

try {
  await run(process.argv.slice(2));
} catch (error) {
  reportMisuse(error);
}

async function run(args: string[]): Promise<void> {
  const { values } = readArguments(args, {
    yes: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    title: { type: 'string' },
    url: { type: 'string' },
    author: { type: 'string' },
  });
  const examples = readExamples(projectRoot);
  if (!examples) throw new UsageError('the example content was taken away before; nothing is done');
  const content = sortContent(digests(projectRoot), examples);
  if (content.own.length > 0 && !values.force) refuse(content.own);
  await requireConsent(content.examples.length, values.yes);
  const blog = await newBlog(values);
  const { parseSettings, site } = await import('../blog/settings.ts');
  requireValid(blog, parseSettings);

  await forget(content);
  remove(projectRoot, [...content.examples, EXAMPLES]);
  rewrite('README.md', (text) => withoutParagraphsAbout(text, content.examples));
  if (content.settings) write(SETTINGS, settingsSource(blog), 'w');
  const author = content.settings ? authorId(blog.author) : site.author;
  for (const [path, source] of Object.entries(firstContent(blog, author)))
    write(path, source, 'wx');
  console.log(`This is your blog now. What to fill in:\n\n${list(FILL_IN)}\n`);
  console.log('npm run dev shows it while you write; npm run new -- "A title" starts a post.');
}

/** Takes the addresses of the examples out of the lock: they were promised to nobody. */
async function forget({ own, examples }: { own: string[]; examples: string[] }): Promise<void> {
  const file = join(projectRoot, LOCK);
  if (own.length === 0) rmSync(file, { force: true });
  if (!existsSync(file)) return;
  const { site } = await import('../blog/settings.ts');
  const { readLibrary } = await import('../blog/library.ts');
  const lock = parseLock(readFileSync(file, 'utf8'));
  // What is not understood is left to be told.
  if (lock.mistakes.some(({ isMended }) => !isMended)) return;
  const { readings } = readLibrary(projectRoot, site);
  writeFileSync(file, forgetAddresses(lock, readings.values(), examples));
}

/** Says what is wrong with a title or an address while nothing is lost. */
function requireValid({ title, url }: NewBlog, parse: (settings: unknown) => unknown): void {
  parse({ title, url, timeZone, description: title, author: title });
}

function refuse(own: readonly string[]): never {
  throw new UsageError(
    `these files are not the example’s own, or were changed:\n\n${list(own)}\n\n` +
      'nothing was taken away; npm run fresh -- --force keeps them, and takes away the rest',
  );
}

async function requireConsent(count: number, yes: boolean): Promise<void> {
  if (yes) return;
  const answer = await ask(`Take away the example content, ${count} files? [y/N] `);
  if (answer === undefined)
    throw new UsageError('nobody is here to be asked; npm run fresh -- --yes goes on without');
  if (!/^y(es)?$/i.test(answer)) throw new UsageError('nothing was taken away');
}

interface Given {
  yes: boolean;
  title?: string | undefined;
  url?: string | undefined;
  author?: string | undefined;
}

/** What the command was told, else what is typed, else what can be filled in later. */
async function newBlog({ yes, ...given }: Given): Promise<NewBlog> {
  const choose = async (question: string, told: string | undefined, otherwise: string) =>
    told || (yes ? '' : await ask(`${question} (${otherwise}): `)) || otherwise;
  return {
    title: await choose('Title of the blog', given.title, 'My blog'),
    url: await choose('Its address', given.url, 'https://example.com/'),
    author: await choose('Your name', given.author, gitName() ?? 'Your name'),
    timeZone,
    day: dayOf(Date.now(), timeZone),
  };
}

function gitName(): string | undefined {
  try {
    const options = { cwd: projectRoot, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['config', 'user.name'], options).trim() || undefined;
  } catch {
    return undefined;
  }
}

function write(path: string, source: string, flag: 'w' | 'wx'): void {
  const file = join(projectRoot, path);
  // What is there is an author's own.
  if (flag === 'wx' && existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source, { flag });
}

function rewrite(path: string, change: (text: string) => string): void {
  const file = join(projectRoot, path);
  if (existsSync(file)) writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function list(paths: readonly string[]): string {
  return paths.map((path) => `  ${path}`).join('\n');
}
