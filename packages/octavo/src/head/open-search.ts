import { escapeHtml } from '../html/escape-html.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute, paths } from '../addresses/urls.ts';
import { rootOf } from '../settings/languages.ts';

/** The longest name that OpenSearch allows, in characters. */
const LONGEST_NAME = 16;

/**
 * Returns the description by which a browser adds the site as a search engine (OpenSearch 1.1,
 * draft 6, "OpenSearch description document").
 */
export function openSearchDescription(site: Settings): string {
  const name = [...site.title].slice(0, LONGEST_NAME).join('').trim();
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeHtml(name)}</ShortName>
<Description>${escapeHtml(site.description)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>${site.language}</Language>
<Image width="32" height="32" type="image/x-icon">${escapeHtml(absolute('/favicon.ico', rootOf(site)))}</Image>
<Url type="text/html" template="${escapeHtml(absolute(paths.search, site))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
