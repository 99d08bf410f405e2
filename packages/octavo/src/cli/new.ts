import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { isReserved } from '../addresses/engine-addresses.ts';
import { slugify } from '../addresses/slug.ts';
import { absolute } from '../addresses/urls.ts';
import { contentUrl, fileIds, type Content, type SourceFile } from '../content/content-file.ts';
import { dayOf } from '../content/dates.ts';
import { writtenDate } from '../content/published.ts';
import { readContent } from '../content/read-content.ts';
import type { FrontMatterKeys, NodeContext } from '../settings/context.ts';
import { codesOf, languageFolder, rootOf, withoutLanguage } from '../settings/languages.ts';
import type { Settings } from '../settings/settings.ts';
import { ask } from '../terminal/ask.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { shortened } from '../words/shorten.ts';
import { loadBlog } from './load-blog.ts';

/** The options of `octavo new`. */
export interface EntryOptions {
  page?: boolean;
  /** A note, whose text is the argument. */
  note?: boolean;
  mdx?: boolean;
  /** A folder with `index.md`, for pictures beside it. */
  bundle?: boolean;
  /** The key of the language; by default that of the blog. */
  lang?: string | undefined;
  series?: string | undefined;
  tags?: string[];
}

type NewEntry = EntryOptions & { title: string; day: string; date?: string };

/** Creates the file of a post, page or note, as a draft, and prints its path and URL. */
export async function newEntry(title: string, options: EntryOptions): Promise<void> {
  const context = await loadBlog();
  const { root, settings, now } = context;
  const content = readContent(context);
  const day = dayOf(now, settings.timeZone);
  // Notes of one day are in the order of their times.
  const moment = writtenDate({ day, time: now - (now % 60_000), datetime: '' }, settings.timeZone);
  const date = options.note ? moment : day;
  const contentOf = (title: string) =>
    newContent({ ...options, title, day, date }, content, context);
  requireNames(options);
  const given =
    title ||
    ((await ask(options.note ? 'Text' : 'Title', (answer) => problemOf(() => contentOf(answer)))) ??
      '');
  const { path, source, url } = contentOf(given);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), source, { flag: 'wx' });
  console.log(`${path}\n${absolute(url, rootOf(settings))}`);
}

/**
 * Returns the file of a new post or page, a draft named after its title, and the path of its page below
 * the base path of the site; a note is named after its first words.
 *
 * @throws {UsageError} if the title or the options are invalid, or the file name or URL is taken.
 */
export function newContent(
  given: NewEntry,
  content: Content,
  { settings, extensions }: Pick<NodeContext, 'settings' | 'extensions'>,
) {
  const { day, date = day, page, note, mdx, bundle, tags, series, lang } = given;
  if (note && !settings.notes)
    throw new UsageError('the blog has no notes; set notes: {} in src/site.config.ts');
  const title = given.title.replace(/\s+/g, ' ').trim();
  const name = fileName(note ? shortened(title, NOTE_NAME) : title);
  requireNames({ tags, series });
  const code = requireLanguage(lang, settings);
  const collection = page ? 'pages' : note ? 'notes' : 'posts';
  const data = { slug: slugify(name), date: { day } };
  const url = languageFolder(settings, code) + contentUrl({ collection, name, data }, settings);
  const file = `${name}${bundle ? '/index' : ''}`;
  const path = pathIn(code, { collection, file, type: mdx ? 'mdx' : 'md' }, content, settings);
  requireFree({ collection, ...fileIds(path, settings), url }, content, settings);
  const written = { title: note ? undefined : title, date: page ? undefined : date };
  const frontMatter = { ...written, tags, series, draft: true };
  // Omits keys that are undefined; a required key of the owner has no value yet.
  const yaml = stringify(
    { ...frontMatter, ...requiredKeys(extensions.frontMatter[collection]) },
    { nullStr: '', lineWidth: 0 },
  );
  return { path, source: `---\n${yaml}---\n\n${note ? `${title}\n` : ''}`, url };
}

/** Returns the path of a file in a language, as its blog names others: `a.de.md`, or `de/a.md`. */
function pathIn(
  code: string,
  { collection, file, type }: { collection: string; file: string; type: string },
  { sources }: Content,
  settings: Settings,
): string {
  const root = `src/content/${collection}/`;
  const others = [...sources.values()].filter((source) => source.collection === collection);
  const isBelow = (other: SourceFile) => other.path.startsWith(`${root}${other.code}/`);
  const isTranslation = (other: SourceFile) => other.code !== settings.defaultCode;
  const model = others.find((other) => other.code === code) ?? others.find(isTranslation);
  if (model && isBelow(model)) return `${root}${code}/${file}.${type}`;
  const path = `${root}${file}.${type}`;
  return fileIds(path, settings).code === code ? path : `${root}${file}.${code}.${type}`;
}

/** Returns the message of the error that a function throws. */
function problemOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Returns the key of a language, by default that of the blog; refuses one that the blog does not have. */
function requireLanguage(lang: string | undefined, settings: Settings): string {
  const codes = codesOf(settings);
  if (lang === undefined || codes.includes(lang)) return lang ?? settings.defaultCode;
  const message = `--lang: ${lang} is not a language of the blog, which has ${codes.join(', ')}`;
  throw new UsageError(`${message}; add it to languages in src/site.config.ts`);
}

/** Refuses tags and a series without a letter or digit. */
function requireNames({ tags = [], series }: Pick<EntryOptions, 'tags' | 'series'>): void {
  for (const [option, value] of [...tags.map((tag) => ['tags', tag]), ['series', series]])
    if (value !== undefined && slugify(value) === '')
      throw new UsageError(`--${option}: "${value}" has no letter or digit for a URL`);
}

function requiredKeys(keys: FrontMatterKeys['posts'] = {}): Record<string, null> {
  const required = Object.keys(keys).filter((key) => !keys[key]!.safeParse(undefined).success);
  return Object.fromEntries(required.map((key) => [key, null]));
}

/** The length of the name of a note, in characters. */
const NOTE_NAME = 40;
/** In bytes; file systems allow 255, with the extension. */
const MAX_NAME = 200;

/** Returns the slug of a title, cut to the length that file systems allow. */
function fileName(title: string): string {
  const slug = slugify(title);
  if (title === '') throw new UsageError('missing title; pass one: npm run new -- "A title"');
  if (slug === '') throw new UsageError(`title: "${title}" has no letter or digit for a file name`);
  const characters = [...slug];
  while (Buffer.byteLength(characters.join('')) > MAX_NAME) characters.pop();
  return characters.join('').replace(/[-.]+$/, '') || slug;
}

/** Refuses a file name or URL that another file has, whatever errors that file has. */
function requireFree(
  { collection, id, url }: Pick<SourceFile, 'collection' | 'id'> & { url: string },
  { sources }: Content,
  settings: Settings,
): void {
  for (const { path, url: taken, ...other } of sources.values()) {
    if (other.collection === collection && other.id === id)
      throw new UsageError(`${path} already exists`);
    if (other.collection !== 'authors' && taken === url)
      throw new UsageError(`${url} is already the URL of ${path}; choose another title`);
  }
  if (isReserved(withoutLanguage(url, settings), settings.permalink, settings))
    throw new UsageError(`${url} is the URL of a built-in page; choose another title`);
}
