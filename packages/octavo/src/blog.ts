// `octavo/blog`: the API for the owner's pages and components.
import { site } from 'virtual:octavo/context';
import * as urls from './addresses/urls.ts';

export { site };
export { formatDate } from './content/dates.ts';
export {
  getBlog,
  renderBody,
  type Author,
  type Blog,
  type Page,
  type Post,
} from './site/get-blog.ts';
export { languageOf } from './site/language-of.ts';
export type { Settings } from './settings/settings.ts';
export type { Series, Tag } from './blog/tags.ts';
export { paths } from './addresses/urls.ts';

/** Returns the URL of a path of this site, with the base path and percent-encoded. */
export function href(path: string): string {
  return urls.href(path, site);
}

/** Returns the absolute URL of a path of this site: `https://example.com/blog/tags/go/`. */
export function absolute(path: string): string {
  return urls.absolute(path, site);
}
