import type { APIContext } from 'astro';
import { languageOf } from '../../site/language-of.ts';
import { openSearchDescription } from '../../head/open-search.ts';

export function GET(context: APIContext): Response {
  return new Response(openSearchDescription(languageOf(context).site), {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
}
