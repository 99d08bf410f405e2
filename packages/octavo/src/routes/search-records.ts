import { getCollection } from 'astro:content';
import { getBlog, isShown } from '../blog/posts.ts';
import { isPublished } from '../blog/published.ts';
import { postRecord, type SearchRecord } from '../blog/search-records.ts';
import { site } from '../blog/settings.ts';
import { paths } from '../blog/urls.ts';

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
