import { groupsOf, type ListedBlog } from '../content/blogroll.ts';
import { xmlOf } from '../feeds/xml.ts';

/** Returns blogs as OPML 2.0, for feed readers. */
export function opmlOf(title: string, blogs: readonly ListedBlog[]): string {
  const outlines = groupsOf(blogs).flatMap(([name, all]): object[] =>
    name === undefined ? all.map(outlineOf) : [{ '@text': name, outline: all.map(outlineOf) }],
  );
  return xmlOf({ opml: { '@version': '2.0', head: { title }, body: { outline: outlines } } });
}

function outlineOf({ title, url, feed, description }: ListedBlog) {
  return {
    ...{ '@text': title, '@title': title, '@type': feed === undefined ? 'link' : 'rss' },
    ...(feed === undefined ? { '@url': url } : { '@xmlUrl': feed, '@htmlUrl': url }),
    '@description': description,
  };
}
