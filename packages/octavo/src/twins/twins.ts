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
import { absolute } from '../addresses/urls.ts';
import { indexedAddresses } from '../blog/site-addresses.ts';
import { bodyOf } from '../content/front-matter.ts';
import { filesBelow } from '../markdown/document.ts';
import { publishedSource } from './published-source.ts';
import { markdownTwin } from './twin.ts';
import { pathOf } from '../markdown/links/urls.ts';
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
 * listed. What is not has none, since Markdown cannot keep search engines out. `blogs` are those of all
 * languages, to which links may lead.
 */
export function markdownTwins(blog: Blog, blogs: readonly Blog[]) {
  const { site, posts, pages } = blog;
  const links = linksFrom(blog, blogs);
  const twin = (document: Document): Twin => ({
    title: document.title,
    description: document.description ?? document.summary ?? '',
    url: document.url,
    markdown: () => twinOf(document, links, site),
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

type Links = ReturnType<typeof linksFrom>;

/** Returns where links of texts lead to: in the language of the blog, if possible. */
function linksFrom(blog: Blog, blogs: readonly Blog[]) {
  const { site } = blog;
  const all = blogs.flatMap(({ posts, unlisted, pages }) => [...posts, ...unlisted, ...pages]);
  const authors = blogs.flatMap((one) => one.authors);
  const files = new Map([...authors, ...all].map((entry) => [entry.path, entry]));
  const translations = new Map(all.map(({ path, translations }) => [path, translations]));
  const addresses = new Set(indexedAddresses(blog).map(({ path }) => path));
  return {
    /** Returns the path of the page of a content file in a text, below the base path of the site. */
    page: (path: string, from: string) => {
      const translation = translations.get(path)?.get(site.code);
      // A translation may link to its original.
      const target = translation && translation.path !== from ? translation : files.get(path);
      return target && pathInSite(target.url, { ...site, base: target.base });
    },
    /** Returns an address, of a page in the language if it is a path. */
    address: (address: string) =>
      addresses.has(pathOf(address)) ? pathInSite(address, site) : address,
  };
}

async function twinOf(document: Document, links: Links, site: Settings): Promise<string> {
  const { path, url, canonical, description, date, updated, authors, tags, link, via } = document;
  const body = bodyOf(files.text(path) ?? '');
  const place = { path, url: pathInSite(url, site) };
  const known = {
    page: (file: string) => links.page(file, path),
    media: (file: string) => publishedAddress(file, site),
  };
  const text = await publishedSource(
    {
      ...{ ...document.text, path, format: path.endsWith('.mdx') ? 'mdx' : 'md', body },
      islands: await islandsOf(document, body, site),
    },
    {
      text: files.text,
      address: (address) => wholeAddress(links.address(address), place, known, rootOf(site)),
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
