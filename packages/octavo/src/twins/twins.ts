import { publishedAddress, sharedPicture } from '../markdown/pictures/picture-files.ts';
import { twinKey } from '../site/page-keys.ts';
import type { Blog, Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute } from '../addresses/urls.ts';
import { bodyOf } from '../content/front-matter.ts';
import { filesBelow } from '../markdown/document.ts';
import { publishedSource } from './published-source.ts';
import { markdownTwin } from './twin.ts';
import { wholeAddress } from '../markdown/links/whole-address.ts';

/** An article or page that is published as Markdown too. */
export interface Twin {
  title: string;
  /** What it is about; empty where nobody says. */
  description: string;
  /** The path of its page, without the base path. */
  url: string;
  markdown: () => Promise<string>;
  /** Changes when its Markdown does; absent where it is always made. */
  key?: string | undefined;
}

/**
 * Returns the posts, newest first, and the pages that have a Markdown of their own: what is
 * listed. What is not has none, since Markdown cannot keep search engines out.
 */
export function markdownTwins({ posts, unlisted, pages, authors }: Blog, site: Settings) {
  const all = [...posts, ...unlisted, ...pages, ...authors];
  const urls = new Map(all.map(({ path, url }) => [path, url]));
  const twin = (document: Document): Twin => ({
    title: document.title,
    description: document.description ?? document.summary ?? '',
    url: document.url,
    markdown: () => twinOf(document, (path) => urls.get(path), site),
  });
  return {
    posts: posts
      .filter(({ listed }) => listed)
      .map((post) => ({ ...twin(post), key: twinKey(post) })),
    pages: pages.filter(({ listed }) => listed).map(twin),
  };
}

type Document = Pick<Post, 'title' | 'path' | 'url' | 'text'> & Partial<Post>;

const files = filesBelow('.');

async function twinOf(
  document: Document,
  page: (path: string) => string | undefined,
  site: Settings,
): Promise<string> {
  const { path, url, canonical, title, description, date, updated, authors, tags } = document;
  const body = bodyOf(files.text(path) ?? '');
  const known = { page, media: (file: string) => publishedAddress(file, site) };
  const text = await publishedSource(
    { path, format: path.endsWith('.mdx') ? 'mdx' : 'md', body, values: document.text.values },
    {
      text: files.text,
      address: (address) => wholeAddress(address, { path, url }, known, site),
    },
  );
  return markdownTwin(
    {
      title,
      description,
      date: date?.datetime,
      updated: updated?.datetime,
      authors: authors?.map(({ name }) => name),
      tags: tags?.map(({ name }) => name),
      url: canonical ?? absolute(url, site),
    },
    document.cover && (await coverOf(document.cover, site)),
    text,
  );
}

async function coverOf({ image, alt, caption }: NonNullable<Post['cover']>, site: Settings) {
  return { src: (await sharedPicture(image, site)).url, alt, caption };
}
