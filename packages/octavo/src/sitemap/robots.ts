import { absolute, paths } from '../addresses/urls.ts';
import type { Context } from '../settings/context.ts';

/**
 * Returns the text of robots.txt (RFC 9309). A site with drafts forbids all, in addition to noindex on
 * each page.
 */
export function robotsText({ mode, settings }: Pick<Context, 'mode' | 'settings'>): string {
  if (mode === 'preview') return 'User-agent: *\nDisallow: /\n';
  const { aiTraining } = settings;
  const training = aiTraining ? 'yes' : 'no';
  return [
    'User-agent: *',
    // https://contentsignals.org
    ...(aiTraining === undefined ? [] : [`Content-Signal: search=yes, ai-train=${training}`]),
    'Allow: /',
    '',
    `Sitemap: ${absolute(paths.sitemap, settings)}`,
    '',
  ].join('\n');
}
