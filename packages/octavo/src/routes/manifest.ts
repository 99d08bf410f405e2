import { site } from '../blog/settings.ts';
import { webManifest } from '../meta/manifest.ts';
import { paper } from '../meta/theme.ts';

export function GET(): Response {
  return new Response(JSON.stringify(webManifest(site, paper.light)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
