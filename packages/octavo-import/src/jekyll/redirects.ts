import { withSlash } from '../old/paths.ts';
import { texts } from '../old/values.ts';
import type { JekyllPage } from './content.ts';
import type { SortedPages } from './sorting.ts';

/** Returns the paths that redirect to a page (jekyll-redirect-from). */
export function redirectsFrom({ source: { values } }: JekyllPage): string[] {
  return texts(values['redirect_from'])
    .filter((path) => !/^[a-z]+:/i.test(path))
    .map((path) => `/${path.replace(/^\//, '')}`)
    .map((path) => withSlash(path));
}

/** Returns the pages that redirect to others, and where to: paths or URLs. */
export function redirectsTo({ posts, pages }: SortedPages): { page: JekyllPage; to: string }[] {
  return [...posts, ...pages].flatMap((page) => {
    const [to] = texts(page.source.values['redirect_to']);
    return to === undefined ? [] : [{ page, to }];
  });
}
