import { collectionOf, contentId, contentUrl } from '../content/content-file.ts';
import type { AuthorData, PageData, PostData } from '../content/content-file.ts';
import { formatDate, formatYear, type PostDate } from '../content/dates.ts';
import { isListed, isPublished, isShown } from '../content/published.ts';
import { tagNames, type TagName } from '../addresses/slug.ts';
import type { Reply } from '../content/replies.ts';
import type { Context } from '../settings/context.ts';
import type { Settings } from '../settings/settings.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { writtenLine } from '../markdown/text/written-line.ts';
import type { Line } from '../words/excerpt.ts';
import { shortened } from '../words/shorten.ts';
import { readingMinutes } from '../words/words.ts';
import { showsContents } from './contents.ts';
import type { Entry } from './entry.ts';
import { newestFirst } from './order.ts';
import { relatedAmong } from './related.ts';
import { summarize } from './summary.ts';
import { collectSeries, collectTags, type Series, type Tag } from './tags.ts';

/** The entries of a language; ids are without the language. */
export interface Entries<Posts, Pages> {
  /** Posts and notes. */
  posts: readonly Entry<Posts>[];
  pages: readonly Entry<Pages>[];
  authors: readonly Entry<AnyAuthorData>[];
  /** By the `contentId` of their posts; absent where no page is made. */
  replies?: ReadonlyMap<string, readonly Reply[]>;
}

/** The types of pictures differ between Astro and the engine. */
export type AnyPostData = Omit<PostData, 'cover'>;
type AnyAuthorData = Omit<AuthorData, 'portrait'> & { portrait?: unknown };

type Publication = ReturnType<typeof publicationOf>;

interface PostFields<Data> extends Publication {
  kind: 'post' | 'note';
  /** False for a note whose title is its first words. */
  hasTitle: boolean;
  /** Its title on its page; of a note that has none, its date and its first words. */
  pageTitle: string;
  /** Its summary as plain text; empty if there is none. */
  summary: string;
  /** Its summary as the HTML of its index entry. */
  summaryHtml: string;
  /** Whole minutes to read. */
  minutes: number;
  /** Words of the article; each Chinese, Japanese or Korean character is one. */
  words: number;
  /** With the names that the whole site uses. */
  tags: TagName[];
  authors: Author[];
  /** The replies to it and to each other, in the order of their file. */
  replies: readonly Reply[];
  /** The number of likes and reposts. */
  reactions: Record<NonNullable<Reply['kind']>, number>;
  /** Its series, and its number there, counted from 1; absent for the only post of a series. */
  part?: { series: Series<Post<Data>>; number: number };
  newer?: Post<Data>;
  older?: Post<Data>;
}

/** A post or note: its front matter, and derived properties. */
export type Post<Data = PostData> = Omit<Data, keyof PostFields<Data>> & PostFields<Data>;

/** A page: its front matter, and derived properties. */
export type Page<Data = PageData> = Omit<Data, keyof Publication> & Publication;

/** A post or page in another language. */
export interface Translation {
  /** Its file, relative to the blog's root folder. */
  path: string;
  /** The path of the page, below `base`. */
  url: string;
  base: string;
  listed: boolean;
  /** The URL where it was first published, if elsewhere. */
  canonical?: string | undefined;
  date?: PostDate | undefined;
  updated?: PostDate | undefined;
}

/** An author. */
export type Author = ReturnType<typeof authorOf>;

/** A page in one of the languages of a site. */
export interface Version {
  /** The settings of the language. */
  site: Settings;
  /** The path of the page, below the base path of the language; that of the index if it has no such page. */
  path: string;
  /** True if the language has the page, for search engines too. */
  isListed: boolean;
}

/** A blog in one language: its posts, pages, tags, series and authors, sorted. */
export interface Blog<Posts = PostData, Pages = PageData> {
  /** The settings of its language. */
  site: Settings;
  /** The posts and notes on lists and in feeds, newest first. */
  posts: Post<Posts>[];
  /** The posts of the feeds of the blog: `posts`, with notes only by the settings. */
  mainPosts: Post<Posts>[];
  /** The posts of the index and the archive: `mainPosts`, by the settings with those in other languages. */
  listed: Post<Posts>[];
  notes: Post<Posts>[];
  /** The posts with a page that are on no list. */
  unlisted: Post<Posts>[];
  /** By id. */
  pages: Page<Pages>[];
  /** By slug, in the order of their names. */
  tags: Map<string, Tag<Post<Posts>>>;
  /** By slug, in the order of their names. */
  series: Map<string, Series<Post<Posts>>>;
  /** Returns related posts, except those that the page links anyway: `neighborsOf`, `backlinks`. */
  related: (post: Post<Posts>) => Post<Posts>[];
  /** Returns the listed posts that link to a post, newest first; none where the setting is off. */
  backlinks: (post: Post<Posts>) => Post<Posts>[];
  authors: Author[];
  /** The author of posts that name none; in `dev` the file may be missing. */
  author: Author | undefined;
  /** The years of its posts, `2019–2026`; empty if there are none. */
  years: string;
  /** Returns the versions of a page of the blog in all languages; none in a site with one language. */
  versions: (path: string) => Version[];
}

type BlogContext = Pick<Context, 'settings' | 'mode' | 'now'>;

/** Returns the blog of the published entries; in `dev` and previews of all entries. */
export function blogOf<Posts extends AnyPostData, Pages extends PageData>(
  { posts, pages, authors: writers, replies }: Entries<Posts, Pages>,
  context: BlogContext,
): Blog<Posts, Pages> {
  const { settings } = context;
  const { language } = settings;
  const authors = writers.map((entry) => authorOf(entry, settings));
  const shown = posts.filter(({ data }) => isShown(data, context));
  const all = newestFirst(shown, language).map((entry) =>
    postOf(entry, { authors, replies }, context),
  );
  const listed = all.filter(({ unlisted }) => !unlisted);
  const tags = collectTags(listed, language);
  for (const post of all) post.tags = post.tags.flatMap(({ slug }) => tags.get(slug) ?? []);
  const notes = listed.filter(({ kind }) => kind === 'note');
  const withoutNotes = listed.filter(({ kind }) => kind === 'post');
  for (const [index, post] of withoutNotes.entries())
    Object.assign(post, { newer: withoutNotes[index - 1], older: withoutNotes[index + 1] });
  const series = collectSeries(listed, language, settings.series);
  for (const one of series.values())
    if (one.posts.length > 1)
      for (const [index, post] of one.posts.entries())
        post.part = { series: one, number: index + 1 };
  const related = relatedAmong(withoutNotes);
  const mainPosts = settings.notes?.onIndex ? listed : withoutNotes;
  const blog: Blog<Posts, Pages> = {
    site: settings,
    posts: listed,
    mainPosts,
    listed: mainPosts,
    notes,
    unlisted: all.filter(({ unlisted }) => unlisted),
    pages: pages
      .filter(({ data }) => isShown(data, context))
      .map((entry) => pageOf(entry, context)),
    tags,
    series,
    related: (post) => related(post, [...neighborsOf(post), ...blog.backlinks(post)]),
    backlinks: () => [],
    authors,
    author: authors.find(({ id }) => id === settings.author),
    years: yearsOf(listed, language),
    versions: () => [],
  };
  return blog;
}

function postOf<Data extends AnyPostData>(
  entry: Entry<Data>,
  { authors, replies }: { authors: readonly Author[] } & Pick<Entries<Data, unknown>, 'replies'>,
  context: BlogContext,
): Post<Data> {
  const { data, text } = entry;
  const all = replies?.get(contentId(entry.path)) ?? [];
  const ofKind = (wanted: Reply['kind']) => all.filter(({ kind }) => kind === wanted);
  const ids = data.authors.length > 0 ? data.authors : [context.settings.author];
  const publication = publicationOf(entry, context);
  const hasTitle = data.title !== '';
  const { title } = publication;
  const language = data.lang ?? context.settings.language;
  const summary = summarize(data, text.text, language);
  const isNote = collectionOf(entry.path) === 'notes';
  return {
    ...data,
    ...publication,
    kind: isNote ? 'note' : 'post',
    hasTitle,
    pageTitle: hasTitle ? title : `${formatDate(data.date, language)}: ${title}`,
    summary: summary.text,
    summaryHtml: summary.html,
    minutes: readingMinutes(text.text),
    words: text.text.words + text.text.characters,
    replies: ofKind(undefined),
    reactions: { like: ofKind('like').length, repost: ofKind('repost').length },
    tags: tagNames(data.tags),
    authors: ids.flatMap((author) => authors.find(({ id }) => id === author) ?? []),
  };
}

function pageOf<Data extends PageData>(entry: Entry<Data>, context: BlogContext) {
  return { ...entry.data, ...publicationOf(entry, context) };
}

function publicationOf(entry: Entry<AnyPostData | PageData>, { settings, now }: BlogContext) {
  const { data, text } = entry;
  const language = ('lang' in data && data.lang) || settings.language;
  const title = data.title === '' ? firstWords(entry) : writtenLine(data.title, language);
  const description =
    data.description === undefined ? undefined : writtenLine(data.description, language);
  return {
    ...commonOf(entry, settings),
    /** Its title as plain text. */
    title: title.text,
    titleHtml: title.html,
    /** Its description as plain text. */
    description: description?.text,
    descriptionHtml: description?.html,
    /** False for a draft and a date in the future. */
    published: isPublished(data, now),
    /** True for what is published and not `unlisted`. */
    listed: isListed(data, now),
    headings: text.headings,
    /** The same in other languages, by their keys in the settings. */
    translations: new Map<string, Translation>(),
    /** Whether it shows a table of contents. */
    toc: showsContents(data.toc, text.headings),
  };
}

function authorOf(entry: Entry<AnyAuthorData>, settings: Settings) {
  const { id, data } = entry;
  return {
    ...commonOf(entry, settings),
    name: data.name,
    /** A square picture: in Astro its metadata, outside of it its path. */
    portrait: data.portrait,
    /** The author's own site. */
    homepage: data.url,
    /** The account in the Fediverse: `@name@server`. */
    fediverse: data.fediverse ?? (id === settings.author ? settings.fediverse : undefined),
    /** True for a company or a team. */
    organization: data.organization,
  };
}

/** The length of the title of a note that has none, in characters. */
const FIRST_WORDS = 60;

/** Returns the first words of a note as its title; its name if it has only pictures. */
function firstWords({ id, text }: Entry<unknown>): Line {
  const { beforeMore, automatic } = text.text;
  const words = shortened((beforeMore ?? automatic).text, FIRST_WORDS) || id;
  return { text: words, html: escapeHtml(words) };
}

/** Returns the properties of posts, pages and authors. */
function commonOf({ id, path, data, digest, text }: Entry<unknown>, settings: Settings) {
  return {
    id,
    /** The path of the page, below `base`; for an author, of the list of posts. */
    url: contentUrl({ collection: collectionOf(path), name: id, data }, settings),
    /** The base path of its language, with a slash at both ends. */
    base: settings.base,
    /** Its file, relative to the blog's root folder. */
    path,
    /** Changes with its file and with everything that its rendering depends on. */
    digest,
    /** The media files of its body, its excerpts, its terms. */
    text,
  };
}

/** Returns the years of posts, newest first: `2024`, `2019–2026`. */
function yearsOf(posts: readonly Pick<PostData, 'date'>[], language: string): string {
  const ends = [posts.at(-1), posts[0]].filter((post) => post !== undefined);
  return [...new Set(ends.map(({ date }) => formatYear(date.day, language)))].join('–');
}

/** Returns the other parts of the series, else the newer and the older post. */
function neighborsOf<Data>({ newer, older, part }: Post<Data>): Post<Data>[] {
  return part?.series.posts ?? [newer, older].filter((other) => other !== undefined);
}
