import type { APIRoute, GetStaticPaths } from 'astro';
import { pageKey } from '../../site/page-keys.ts';
import { getBlog } from '../../site/get-blog.ts';
import { context, engineFolder, site } from 'virtual:octavo/context';
import { folderOf, parameterBelow } from '../../addresses/urls.ts';
import { siteCards, type Card } from '../../cards/cards.ts';
import { cardMaker } from '../../cards/social-card.ts';

export const getStaticPaths = (async () => {
  const { posts, unlisted, pages } = await getBlog();
  return siteCards([...posts, ...unlisted], pages, site).map((card) => ({
    params: { path: parameterBelow('/', folderOf(card.path)) || undefined },
    props: { card },
    cacheKey: pageKey(card),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) => {
  draw ??= cardMaker({ root: context.root, engine: engineFolder }, site.language);
  return new Response(await draw(card), { headers: { 'Content-Type': 'image/png' } });
};

let draw: ReturnType<typeof cardMaker> | undefined;
