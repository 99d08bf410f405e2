import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { pageKey } from '../blog/page-keys.ts';
import { getBlog, isShown } from '../blog/posts.ts';
import { site } from '../blog/settings.ts';
import { parameterBelow } from '../blog/urls.ts';
import { siteCards, type Card } from '../meta/card/cards.ts';
import { CardMaker } from '../meta/card/social-card.ts';

export const getStaticPaths = (async () => {
  const { posts, unlisted } = await getBlog();
  const pages = await getCollection('pages', isShown);
  return siteCards([...posts, ...unlisted], pages).map((card) => ({
    params: { path: parameterBelow('/', card.path) || undefined },
    props: { card },
    // What has no font is told in each build.
    cacheKey: cards().missing(card).length > 0 ? undefined : pageKey(card),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) => {
  const missing = cards().missing(card);
  if (missing.length > 0)
    console.warn(
      `${card.source}  title: the social card has no font for ${missing.join(' ')}; add the package of its script, like @fontsource-variable/noto-sans-thai`,
    );
  return new Response(await cards().png(card), { headers: { 'Content-Type': 'image/png' } });
};

let maker: CardMaker | undefined;

function cards(): CardMaker {
  return (maker ??= new CardMaker({ root: PROJECT_ROOT, engine: ENGINE_FOLDER }, site.language));
}
