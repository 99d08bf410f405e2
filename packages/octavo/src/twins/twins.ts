import { htmlOfMdx } from '../feeds/items.ts';
import { portableIslands } from '../feeds/portable-html.ts';
import {
  publishedAddress,
  sharedPicture,
  withPictures,
} from '../markdown/pictures/picture-files.ts';
import { twinKey } from '../site/page-keys.ts';
import type { Blog, Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { decodePath } from '../addresses/decode-path.ts';
import { absolute } from '../addresses/urls.ts';
import { bodyOf } from '../content/front-matter.ts';
import { filesBelow } from '../markdown/document.ts';
import { publishedSource } from './published-source.ts';
import { markdownTwin } from './twin.ts';
import { wholeAddress } from '../markdown/links/whole-address.ts';
import { pathInSite, rootOf } from '../settings/languages.ts';

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
 * Returns the posts of a blog, newest first, and the pages that have a Markdown of their own: what is
 * listed. What is not has none, since Markdown cannot keep search engines out.
 */
export function markdownTwins({ site, posts, pages }: Blog) {
  const twin = (document: Document): Twin => ({
    title: document.title,
    description: document.description ?? document.summary ?? '',
    url: document.url,
    markdown: () => twinOf(document, site),
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

async function twinOf(document: Document, site: Settings): Promise<string> {
  const { path, url, canonical, description, date, updated, authors, tags, link, via } = document;
  const body = bodyOf(files.text(path) ?? '');
  const place = { path, url: pathInSite(url, site) };
  const mediaUrl = (file: string) => publishedAddress(file, site);
  const targets = new Map(document.text.targets);
  const text = await publishedSource(
    {
      ...{ ...document.text, path, format: path.endsWith('.mdx') ? 'mdx' : 'md', body },
      islands: await islandsOf(document, body, site),
    },
    {
      text: files.text,
      address: (address) =>
        wholeAddress(targets.get(decodePath(address)) ?? address, place, mediaUrl, rootOf(site)),
    },
  );
  return markdownTwin(
    {
      title: document.hasTitle === false ? '' : document.title,
      description,
      date: date?.datetime,
      updated: updated?.datetime,
      authors: authors?.map(({ name }) => name),
      tags: tags?.map(({ name }) => name),
      link,
      via,
      url: canonical ?? absolute(url, site),
    },
    document.cover && (await coverOf(document.cover, site)),
    text,
  );
}

/** Returns the HTML of the islands of an MDX file that may have some. */
async function islandsOf({ path, url }: Document, body: string, site: Settings) {
  if (!path.endsWith('.mdx') || !body.includes('client:')) return undefined;
  const html = await withPictures(await htmlOfMdx({ path }), 'feed', site);
  return portableIslands(html, absolute(url, site), site);
}

async function coverOf({ image, alt, caption }: NonNullable<Post['cover']>, site: Settings) {
  return { src: (await sharedPicture(image, site)).url, alt, caption };
}
