import type { AstroIntegration } from 'astro';
import type { CommandOptions } from './build/command-options.ts';
import type { EndPhase } from './terminal/profile.ts';
import type { SiteBuild } from './build/site-build.ts';
import type { SiteContent } from './loader/site-content.ts';
import { redirects } from './redirects/write-redirects.ts';
import { searchIndex } from './search/index/search-index.ts';
import type { Context } from './settings/context.ts';
import { sitemapOf } from './sitemap/sitemap.ts';

interface Options extends Pick<CommandOptions, 'endPhase'> {
  /** The site that is being built. */
  siteBuild: () => SiteBuild;
}

/** Returns the integrations that complete a built site, in their order; a preview has no sitemap. */
export function siteHooks(
  context: Context,
  site: Pick<SiteContent, 'blogs' | 'searchTexts'>,
  { siteBuild, endPhase }: Options,
): AstroIntegration[] {
  const { mode, settings } = context;
  return [
    ...(mode === 'preview' ? [] : [sitemapOf(settings, site.blogs, siteBuild)]),
    endOfPhase('sitemap', endPhase),
    searchIndex(context, site, siteBuild),
    endOfPhase('search index', endPhase),
    redirects(context, site.blogs, siteBuild),
    endOfPhase('redirects', endPhase),
  ];
}

/** Returns an integration that ends a phase after the integrations before it. */
function endOfPhase(phase: string, end: EndPhase | undefined): AstroIntegration {
  return { name: 'octavo:profile', hooks: { 'astro:build:done': () => end?.(phase) } };
}
