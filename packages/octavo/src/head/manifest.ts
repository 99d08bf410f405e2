import type { Settings } from '../settings/settings.ts';
import { href, paths } from '../addresses/urls.ts';

/** Returns the web manifest of a site (W3C, Web Application Manifest); `color` is of its ground. */
export function webManifest(site: Settings, color: string): object {
  const home = href(paths.index(), site);
  return {
    id: home,
    name: site.title,
    description: site.description,
    lang: site.language,
    dir: site.direction,
    start_url: home,
    scope: home,
    // A site to read: with the way back, and without the rest of a browser.
    display: 'minimal-ui',
    theme_color: color,
    background_color: color,
    icons: [
      { src: href('/favicon.svg', site), sizes: 'any', type: 'image/svg+xml' },
      { src: href(paths.icon, site), sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: href(paths.icon, site), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
