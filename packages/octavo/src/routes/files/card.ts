import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaVersion } from '../../markdown/pictures/picture-files.ts';
import { pageKey } from '../../site/page-keys.ts';
import { getBlog } from '../../site/get-blog.ts';
import { context, engineFolder, site } from 'virtual:octavo/context';
import { folderOf, parameterBelow, paths } from '../../addresses/urls.ts';
import { postCard, siteCard, type Card } from '../../cards/cards.ts';
import { cardMaker } from '../../cards/social-card.ts';

export const getStaticPaths = (async () => {
  const { posts, unlisted, pages } = await getBlog();
  const own: Card[] = [
    ...[...posts, ...unlisted].map((post) => postCard(post, site, context.root)),
    ...pages.map(({ url, title }) => ({ path: url, title, site: site.title })),
  ];
  const mark = mediaVersion(`public${paths.icon}`);
  return [siteCard(site), ...(site.cards ? own : [])].map((card) => {
    const path = parameterBelow('/', folderOf(card.path)) || undefined;
    const pictures = [card.portrait, card.cover].map((file) => file && mediaVersion(file));
    return { params: { path }, props: { card }, cacheKey: pageKey(card, mark, pictures) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) => {
  draw ??= cardMaker({ root: context.root, engine: engineFolder }, site.language, siteCard(site));
  return new Response(await draw(card), { headers: { 'Content-Type': 'image/png' } });
};

let draw: ReturnType<typeof cardMaker> | undefined;
