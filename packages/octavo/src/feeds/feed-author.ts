import { absolute } from '../addresses/urls.ts';
import type { Settings } from '../settings/settings.ts';
import type { Author } from '../site/get-blog.ts';

/** Returns an author with the URL of their own site, else of the page of their posts. */
export function feedAuthor(
  { name, homepage, url }: Author,
  site: Pick<Settings, 'origin' | 'base'>,
) {
  return { name, url: homepage ?? absolute(url, site) };
}
