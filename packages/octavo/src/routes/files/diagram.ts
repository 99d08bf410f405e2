import type { APIRoute, GetStaticPaths } from 'astro';
import { folderOf, parameterBelow } from '../../addresses/urls.ts';
import { feedDiagrams } from '../../blog/site-addresses.ts';
import { articleHtml } from '../../feeds/items.ts';
import { drawingPng } from '../../markdown/diagrams/feed-drawing.ts';
import { blogOfRoute, type Post } from '../../site/get-blog.ts';
import { twinKey } from '../../site/page-keys.ts';

export const getStaticPaths = (async (options) =>
  feedDiagrams(await blogOfRoute(options)).map(({ post, id }) => ({
    params: { post: parameterBelow('/', folderOf(post.url)), number: id.replace('diagram-', '') },
    props: { post, id },
    cacheKey: twinKey(post),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ post: Post; id: string }> = async ({ props: { post, id } }) => {
  const png = await drawingPng(await articleHtml(post), id);
  return new Response(Buffer.from(png), { headers: { 'content-type': 'image/png' } });
};
