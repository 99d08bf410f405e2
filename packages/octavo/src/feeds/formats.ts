import { alsoAt } from '../addresses/feed-addresses.ts';
import type { FeedFormat, FeedList } from '../addresses/feed-formats.ts';
import { href, paths } from '../addresses/urls.ts';
import type { Settings } from '../settings/settings.ts';
import { atomFeed } from './atom.ts';
import { jsonFeed } from './json.ts';
import { rssFeed } from './rss.ts';

/** The formats of feeds: the name for readers, the media type, and the function that writes a feed. */
export const formats = {
  rss: { name: 'RSS', type: 'application/rss+xml', write: rssFeed },
  atom: { name: 'Atom', type: 'application/atom+xml', write: atomFeed },
  json: { name: 'JSON Feed', type: 'application/feed+json', write: jsonFeed },
};

/** A feed as a page names it: `<link rel="alternate">`; the address has the base path. */
export type FeedLink = ReturnType<typeof feedLinks>[number];

/** Atom alone says that a title is plain text: of RSS some readers show `vector<T>` as `vector`. */
const ATOM_FIRST = ['atom', 'rss', 'json'] as const;

/** Returns the site's own feeds; of a list, its feed. */
export function feedLinks(settings: Settings, list?: FeedList & { name: string }) {
  const link = (format: FeedFormat, title: string, path: string) => {
    const { type, name } = formats[format];
    return { type, title: `${title} (${name})`, href: href(path, settings) };
  };
  if (!list) return ATOM_FIRST.map((format) => link(format, settings.title, paths[format]));
  if (list.kind === 'notes')
    return ATOM_FIRST.map((format) =>
      link(format, `${list.name} – ${settings.title}`, paths.notesFeed(format)),
    );
  // A folder has one where the settings say so.
  const path = paths.listRss(list) ?? alsoAt(settings, [list]).find((feed) => feed.list)?.path;
  return path === undefined ? [] : [link('rss', `${list.name} – ${settings.title}`, path)];
}
