import { site } from 'virtual:octavo/context';
import { absolute, paths } from '../../addresses/urls.ts';

export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.sitemap, site)}\n`);
}
