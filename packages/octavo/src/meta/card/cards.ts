import { formatDate } from '../../blog/dates.ts';
import type { Post } from '../../blog/posts.ts';
import { site, type Settings } from '../../blog/settings.ts';
import { paths } from '../../blog/urls.ts';
import type { CardText } from './layout.ts';

/** The social card of a page. */
export interface Card extends CardText {
  /** The path of the page, without the base path. */
  path: string;
  /** The file that its title stands in, relative to the project's folder. */
  source: string;
}

/** A page that is no post. */
interface Page {
  id: string;
  data: { title: string };
  filePath?: string;
}

/**
 * Returns a card for each post and page without a cover; that of the index page stands for all
 * lists, and for every page where the settings want no cards.
 */
export function siteCards(
  posts: readonly Post[],
  pages: readonly Page[],
  settings: Settings = site,
): Card[] {
  const { hostname } = new URL(settings.url);
  const ofSite = {
    ...{ path: paths.index(), source: 'src/site.config.ts' },
    ...{ title: settings.title, site: hostname },
  };
  if (!settings.cards) return [ofSite];
  return [
    ofSite,
    ...posts
      .filter(({ cover }) => !cover)
      .map(({ url, path, title, date }) => ({
        path: url,
        source: path,
        title,
        site: settings.title,
        detail: formatDate(date, settings.language),
      })),
    ...pages.map(({ id, data: { title }, filePath = '' }) => ({
      path: paths.page(id),
      source: filePath,
      title,
      site: settings.title,
    })),
  ];
}
