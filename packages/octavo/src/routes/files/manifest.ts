import { context } from 'virtual:octavo/context';
import { webManifest } from '../../head/manifest.ts';
import { paper } from '../../head/theme.ts';

export function GET(): Response {
  return new Response(JSON.stringify(webManifest(context.settings, paper.light)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
