import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { pageKey } from '../blog/page-keys.ts';
import { getBlog, isShown } from '../blog/blog.ts';
import { site } from '../settings/settings.ts';
import { parameterBelow } from '../addresses/urls.ts';
import { siteCards, type Card } from '../cards/cards.ts';
import { CardMaker } from '../cards/social-card.ts';

export const getStaticPaths = (async () => {
  const { posts, unlisted } = await getBlog();
  const pages = await getCollection('pages', isShown);
  return siteCards([...posts, ...unlisted], pages).map((card) => ({
    params: { path: parameterBelow('/', card.path) || undefined },
    props: { card },
    cacheKey: pageKey(card),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(await cards().png(card), { headers: { 'Content-Type': 'image/png' } });

let maker: CardMaker | undefined;

function cards(): CardMaker {
  return (maker ??= new CardMaker({ root: PROJECT_ROOT, engine: ENGINE_FOLDER }, site.language));
}
