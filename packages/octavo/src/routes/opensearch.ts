import { site } from 'virtual:octavo/context';
import { paths } from '../addresses/urls.ts';
import { openSearchDescription } from '../head/open-search.ts';

// A blog may do without a search.
export function getStaticPaths() {
  return site.search ? [{ params: { opensearch: paths.openSearch.slice(1) } }] : [];
}

export function GET(): Response {
  return new Response(openSearchDescription(site), {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
}
