import { getCollection } from 'astro:content';
import { getBlog, isShown } from '../blog/blog.ts';
import { isPublished } from '../content/published.ts';
import { redirectsOf } from '../redirects/redirects.ts';
import { paths } from '../addresses/urls.ts';

/** Read, and taken away, by build/redirects.ts when the pages are built. */
export async function GET(): Promise<Response> {
  const { posts, unlisted } = await getBlog();
  const pages = await getCollection('pages', isShown);
  return Response.json([
    ...[...posts, ...unlisted]
      .filter(isPublished)
      .flatMap(({ aliases, url, path }) => redirectsOf(aliases, { to: url, file: path })),
    ...pages
      .filter(({ data }) => isPublished(data))
      .flatMap(({ id, data, filePath = '' }) =>
        redirectsOf(data.aliases, { to: paths.page(id), file: filePath }),
      ),
  ]);
}
