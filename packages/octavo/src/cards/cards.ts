import { pathFrom } from '../file-path.ts';
import type { ImageMetadata } from 'astro';
import { formatDate } from '../content/dates.ts';
import { sourceFile } from '../markdown/pictures/source-file.ts';
import type { Blog, Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { paths } from '../addresses/urls.ts';
import type { CardContent } from './layout.ts';

/** Below the project's folder: a file for each card, named by a digest of all that it shows. */
export const CARDS_FOLDER = '.cache/octavo/cards';

/** The social card of a page. */
export interface Card extends CardContent {
  /** The path of the page, without the base path. */
  path: string;
}

/** Returns the cards of a blog; their pictures are in the folder `root`. */
export function cardsOf(
  { site, posts, unlisted, pages }: Pick<Blog, 'site' | 'posts' | 'unlisted' | 'pages'>,
  root: string,
): Card[] {
  if (!site.cards) return [siteCard(site)];
  return [
    siteCard(site),
    ...[...posts, ...unlisted].map((post) => postCard(post, site, root)),
    ...pages.map(({ url: path, title }) => ({ path, title, site: site.title })),
  ];
}

type SiteSettings = Pick<Settings, 'title' | 'description' | 'url' | 'language'>;

/** Returns the card of the index page: all lists share it, and every page if cards are off. */
export function siteCard({ title, description, url }: SiteSettings): Card {
  return { path: paths.index(), title, site: new URL(url).hostname, lead: description };
}

/** Returns the card of a post; its pictures are in the folder `root`. */
export function postCard(post: Post, { title: site, language }: SiteSettings, root: string): Card {
  const { url: path, title, date, authors, tags, cover, lang = language } = post;
  const names = new Intl.ListFormat(lang).format(authors.map(({ name }) => name));
  const pathOf = (picture: ImageMetadata | undefined) => {
    const file = picture && sourceFile(picture);
    return file === undefined ? undefined : pathFrom(root, file);
  };
  return {
    ...{ path, title, site, date: formatDate(date, lang) },
    // The author's blog may have the author's name.
    by: names === site ? undefined : names,
    tags: tags.map(({ name }) => name),
    portrait:
      authors.length === 1 ? pathOf(authors[0]!.portrait as ImageMetadata | undefined) : undefined,
    cover: pathOf(cover?.image),
  };
}
