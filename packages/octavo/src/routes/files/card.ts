import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaVersion } from '../../markdown/pictures/picture-files.ts';
import { pageKey } from '../../site/page-keys.ts';
import { blogOfRoute } from '../../site/get-blog.ts';
import { memoize } from '../../memoize.ts';
import { languageIn, languageOf } from '../../site/language-of.ts';
import { context, engineFolder } from 'virtual:octavo/context';
import { folderOf, parameterBelow, paths } from '../../addresses/urls.ts';
import { cardsOf, siteCard, type Card } from '../../cards/cards.ts';
import { cardMaker } from '../../cards/social-card.ts';

export const getStaticPaths = (async (options) => {
  const blog = await blogOfRoute(options);
  const mark = mediaVersion(`public${paths.icon}`);
  return cardsOf(blog, context.root).map((card) => {
    const path = parameterBelow('/', folderOf(card.path)) || undefined;
    const pictures = [card.portrait, card.cover].map((file) => file && mediaVersion(file));
    return { params: { path }, props: { card }, cacheKey: pageKey(card, mark, pictures) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ url, props: { card } }) => {
  const draw = makerFor(languageOf({ url }).site.code);
  return new Response(await draw(card), { headers: { 'Content-Type': 'image/png' } });
};

const makerFor = memoize((code: string) => {
  const { site } = languageIn(code);
  return cardMaker({ root: context.root, engine: engineFolder }, site.language, siteCard(site));
});
