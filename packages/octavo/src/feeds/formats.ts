import type { FeedFormat } from '../addresses/feed-formats.ts';
import { atomFeed } from './atom.ts';
import type { Feed } from './feed.ts';
import { jsonFeed } from './json.ts';
import { rssFeed } from './rss.ts';

/** What a feed is in a format. */
interface Format {
  /** Its name, for people. */
  name: string;
  /** The media type. */
  type: string;
  /** Returns a feed as it is published. */
  write: (feed: Feed) => string | Promise<string>;
}

/** The formats of feeds, the best known first. */
export const formats: Record<FeedFormat, Format> = {
  rss: { name: 'RSS', type: 'application/rss+xml', write: rssFeed },
  atom: { name: 'Atom', type: 'application/atom+xml', write: atomFeed },
  json: { name: 'JSON Feed', type: 'application/feed+json', write: jsonFeed },
};
