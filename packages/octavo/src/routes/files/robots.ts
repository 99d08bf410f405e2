import { context, site } from 'virtual:octavo/context';
import { absolute, paths } from '../../addresses/urls.ts';

/** Forbids all in a site with drafts, in addition to noindex on each page. */
export function GET(): Response {
  return new Response(
    context.mode === 'preview'
      ? 'User-agent: *\nDisallow: /\n'
      : `User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.sitemap, site)}\n`,
  );
}
