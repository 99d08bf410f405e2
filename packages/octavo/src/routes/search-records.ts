import { getCollection } from 'astro:content';
import { getBlog, isShown } from '../blog/blog.ts';
import { isPublished } from '../content/published.ts';
import { postRecord, type SearchRecord } from '../search/index/search-records.ts';
import { site } from '../settings/settings.ts';
import { paths } from '../addresses/urls.ts';

/** Read, and taken away, by build/search-index.ts when the pages are built. */
export async function GET(): Promise<Response> {
  return Response.json(site.search ? await searchRecords() : []);
}

async function searchRecords(): Promise<SearchRecord[]> {
  const { posts } = await getBlog();
  const pages = await getCollection('pages', isShown);
  return [
    ...posts.map(postRecord),
    ...pages
      .filter(({ data }) => isPublished(data) && !data.unlisted)
      .map(({ id, data: { title } }) => ({ url: paths.page(id), title, tags: [] })),
  ];
}
