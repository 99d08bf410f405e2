import { getCollection, type CollectionEntry } from 'astro:content';
import type { Heading, KeptMetadata } from '../words/excerpt.ts';
import { showsContents } from './contents.ts';
import { KeptTexts } from '../content/text-cache.ts';
import { newestFirst } from './order.ts';
import { permalink, postFolder, postSlug } from '../addresses/permalink.ts';
import { isPublished, type Publishable } from '../content/published.ts';
import { relatedAmong } from './related.ts';
import { collectSeries, type Series } from './series.ts';
import { site } from '../settings/settings.ts';
import { summarize } from './summary.ts';
import { collectTags, type Tag } from './tags.ts';
import { tagNames, type TagName } from '../content/tag-names.ts';
import { paths } from '../addresses/urls.ts';
import { readingMinutes } from '../words/words.ts';

type Entry = CollectionEntry<'posts'>;

/** A post as every page and feed reads it: its front matter, and what follows from it. */
export interface Post extends Omit<Entry['data'], 'summary' | 'tags' | 'authors' | 'toc'> {
  id: string;
  /** The path of its page, without the base path. */
  url: string;
  /** The text of its index entry; empty where there is none. */
  summary: string;
  /** Whole minutes to read. */
  minutes: number;
  /** Words of the article; each Chinese, Japanese or Korean character is one. */
  words: number;
  /** As the tags are named everywhere. */
  tags: TagName[];
  authors: Author[];
  headings: Heading[];
  /** Whether it shows a table of contents. */
  toc: boolean;
  /** Its file, relative to the project's folder. */
  path: string;
  entry: Entry;
  /** What its text is about, as `packTerms` writes it. */
  terms: string;
  /** The series that it is a part of, and which part it is, from 1. */
  part?: { series: Series<Post>; number: number };
  newer?: Post;
  older?: Post;
}

/** An author. */
export interface Author {
  id: string;
  name: string;
  /** The path of the list of the author's posts, without the base path. */
  url: string;
  /** The author's own site. */
  homepage: string | undefined;
  /** The account in the Fediverse: `@name@server`. */
  fediverse: string | undefined;
  /** True for a company or a team. */
  organization: boolean;
  entry: CollectionEntry<'authors'>;
}

/** All that is published, in order. */
export interface Blog {
  /** What lists and feeds show, newest first. */
  posts: Post[];
  /** What has no place on any list, and a page of its own all the same. */
  unlisted: Post[];
  /** By slug, in the order of their names. */
  tags: Map<string, Tag<Post>>;
  /** By slug, in the order of their names. */
  series: Map<string, Series<Post>>;
  /**
   * Returns what else there is to read about the subject of a post, beside its neighbours and the
   * parts of its series, to which its page leads anyway.
   */
  related: (post: Post) => Post[];
  authors: Author[];
  /** Who writes where a post names nobody; in `dev` there may be no file of that name yet. */
  author: Author | undefined;
}

let blog: Promise<Blog> | undefined;

/** Returns the blog, read once a build; in `dev` at each call, since its content changes. */
export function getBlog(): Promise<Blog> {
  if (IN_DEVELOPMENT) return readBlog();
  return (blog ??= readBlog());
}

/** True for what has a page: all in `dev` and in a preview, what is published in a build. */
export function isShown({ data }: { data: Publishable }): boolean {
  return IN_DEVELOPMENT || IS_PREVIEW || isPublished(data);
}

async function readBlog(): Promise<Blog> {
  const authors = (await getCollection('authors')).map(toAuthor);
  const author = authors.find(({ id }) => id === site.author);
  const entries = await getCollection('posts', isShown);
  const whole = withTexts();
  const all = newestFirst(
    entries.map((entry) => toPost(whole(entry), authors)),
    site.language,
  );
  const posts = all.filter(({ unlisted }) => !unlisted);
  const tags = collectTags(posts, site.language);
  for (const post of all) {
    post.tags = post.tags.flatMap(({ slug }) => tags.get(slug) ?? []);
  }
  for (const [index, post] of posts.entries()) {
    Object.assign(post, { newer: posts[index - 1], older: posts[index + 1] });
  }
  const series = collectSeries(posts, site.language);
  for (const one of series.values()) {
    for (const [index, post] of one.posts.entries()) post.part = { series: one, number: index + 1 };
  }
  const related = relatedAmong(posts);
  return {
    posts,
    unlisted: all.filter(({ unlisted }) => unlisted),
    tags,
    series,
    related: remembered((post) => related(post, neighboursOf(post))),
    authors,
    author,
  };
}

function neighboursOf({ newer, older, part }: Post): Post[] {
  return [newer, older, ...(part?.series.posts ?? [])].filter((other) => other !== undefined);
}

function toPost(entry: Entry, known: readonly Author[]): Post {
  const { data, id, filePath = '' } = entry;
  const { headings, text, terms } = entry.rendered?.metadata as unknown as KeptMetadata;
  const ids = data.authors.length > 0 ? data.authors : [site.author];
  return {
    ...data,
    id,
    url: permalink(site.permalink, {
      slug: postSlug(id, data.slug),
      day: data.date.day,
      folder: postFolder(id),
    }),
    summary: summarize(data, text),
    minutes: readingMinutes(text),
    words: text.words + text.characters,
    tags: tagNames(data.tags),
    authors: ids.flatMap((author) => known.find((one) => one.id === author) ?? []),
    headings,
    terms,
    toc: showsContents(data.toc, headings),
    path: filePath,
    entry,
  };
}

/** Opened once: in `dev` the blog is read for each page. */
const texts = once(() => new KeptTexts(PROJECT_ROOT, { inDevelopment: IN_DEVELOPMENT }));

/** Returns what brings the entries of posts together with their texts, which are kept apart. */
function withTexts(): (entry: Entry) => Entry {
  const known = once(() => texts().metadata());
  return (entry) => {
    const { rendered, digest } = entry;
    if (!rendered || rendered.metadata) return entry;
    const metadata = known().get(String(digest)) as unknown as typeof rendered.metadata;
    const whole = {
      ...{ ...rendered, metadata },
      get html() {
        return texts().html(String(digest));
      },
    };
    return { ...entry, rendered: whole };
  };
}

/** What a page shows is asked for its key first, and for the page then. */
function remembered<Value>(find: (post: Post) => Value): (post: Post) => Value {
  const known = new WeakMap<Post, { value: Value }>();
  return (post) => {
    const found = known.get(post) ?? { value: find(post) };
    known.set(post, found);
    return found.value;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function toAuthor(entry: CollectionEntry<'authors'>): Author {
  const { id, data } = entry;
  const { name, url: homepage, organization } = data;
  const fediverse = data.fediverse ?? (id === site.author ? site.fediverse : undefined);
  return { id, name, url: paths.author(id), homepage, fediverse, organization, entry };
}
