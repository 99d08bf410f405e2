import type { AstroIntegration } from 'astro';
import type { CommandOptions } from './build/command-options.ts';
import { endOfPhase } from './build/profile.ts';
import type { SiteContent } from './loader/site-content.ts';
import { redirects } from './redirects/write-redirects.ts';
import { searchIndex } from './search/index/search-index.ts';
import type { Context } from './settings/context.ts';
import { sitemapOf } from './sitemap/sitemap.ts';

interface Options extends Pick<CommandOptions, 'endPhase'> {
  /** The paths of the pages of the owner's routes, without the base path. */
  ownPages: ReadonlySet<string>;
}

/** Returns the integrations that complete a built site, in their order; a preview has no sitemap. */
export function siteHooks(
  context: Context,
  site: Pick<SiteContent, 'blogs' | 'searchTexts'>,
  { ownPages, endPhase }: Options,
): AstroIntegration[] {
  const { mode, settings } = context;
  return [
    ...(mode === 'preview' ? [] : [sitemapOf(settings, site.blogs, ownPages)]),
    endOfPhase('sitemap', endPhase),
    searchIndex(context, site),
    endOfPhase('search index', endPhase),
    redirects(context, site.blogs),
    endOfPhase('redirects', endPhase),
  ];
}
