import { site } from '../blog/settings.ts';
import { paths } from '../blog/urls.ts';
import { openSearchDescription } from '../meta/open-search.ts';

// A blog may do without a search.
export function getStaticPaths() {
  return site.search ? [{ params: { opensearch: paths.openSearch.slice(1) } }] : [];
}

export function GET(): Response {
  return new Response(openSearchDescription(site), {
    headers: { 'content-type': 'application/opensearchdescription+xml' },
  });
}
