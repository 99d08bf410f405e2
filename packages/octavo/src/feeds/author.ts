import { absolute } from '../addresses/urls.ts';
import type { Author } from '../site/get-blog.ts';
import type { Settings } from '../settings/settings.ts';
import { withoutControls } from './xml.ts';

/** An author as a feed names them. */
export interface FeedAuthor {
  name: string;
  url: string;
}

/** Returns an author as a feed names them: by their own site, else by the page of their posts. */
export function feedAuthor(
  { name, homepage, url }: Author,
  site: Pick<Settings, 'origin' | 'base'>,
): FeedAuthor {
  return { name: withoutControls(name), url: homepage ?? absolute(url, site) };
}
