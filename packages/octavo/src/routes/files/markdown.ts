import type { APIRoute, GetStaticPaths } from 'astro';
import { paths } from '../../addresses/urls.ts';
import { blogOfRoute } from '../../site/get-blog.ts';
import { markdownTwins, type Twin } from '../../twins/twins.ts';

export const getStaticPaths = (async (options) => {
  const { posts, pages } = markdownTwins(await blogOfRoute(options));
  return [...posts, ...pages].map((twin) => ({
    params: { markdown: paths.markdown(twin.url).slice(1, -'.md'.length) },
    props: { twin },
    cacheKey: twin.key,
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ twin: Twin }> = async ({ props: { twin } }) =>
  new Response(await twin.markdown(), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
