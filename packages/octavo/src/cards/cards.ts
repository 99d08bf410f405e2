import { pathFrom } from '../file-path.ts';
import type { ImageMetadata } from 'astro';
import { formatDate } from '../content/dates.ts';
import { sourceFile } from '../markdown/pictures/source-file.ts';
import type { Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { paths } from '../addresses/urls.ts';
import type { CardContent } from './layout.ts';

/** The social card of a page. */
export interface Card extends CardContent {
  /** The path of the page, without the base path. */
  path: string;
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
