import { formatDate } from '../content/dates.ts';
import type { Page, Post } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { paths } from '../addresses/urls.ts';
import type { CardText } from './layout.ts';

/** The social card of a page. */
export interface Card extends CardText {
  /** The path of the page, without the base path. */
  path: string;
}

/**
 * Returns a card for each post and page without a cover; that of the index page is shared by all
 * lists, and by every page if cards are off.
 */
export function siteCards(
  posts: readonly Post[],
  pages: readonly Pick<Page, 'url' | 'title'>[],
  { title: site, url, cards, language }: Settings,
): Card[] {
  const ofSite = { path: paths.index(), title: site, site: new URL(url).hostname };
  if (!cards) return [ofSite];
  const ofPosts = posts
    .filter(({ cover }) => !cover)
    .map(({ url, title, date }) => {
      const detail = formatDate(date, language);
      return { path: url, title, site, detail };
    });
  return [ofSite, ...ofPosts, ...pages.map(({ url, title }) => ({ path: url, title, site }))];
}
