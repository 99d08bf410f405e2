import { site } from 'virtual:octavo/context';
import { openSearchDescription } from '../../head/open-search.ts';

export function GET(): Response {
  return new Response(openSearchDescription(site), {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
}
