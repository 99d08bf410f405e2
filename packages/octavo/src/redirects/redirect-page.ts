import { stringsFor } from '../strings/strings.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute, href } from '../addresses/urls.ts';

/**
 * Returns a page that redirects to a path of this site without a script; it has a link for browsers
 * that ignore the refresh.
 */
export function redirectPage(to: string, site: Settings): string {
  const { movedTo } = stringsFor(site);
  const [url, path] = [absolute(to, site), href(to, site)].map(escapeHtml);
  const direction = site.direction === 'rtl' ? ' dir="rtl"' : '';
  return [
    `<!DOCTYPE html><html lang="${site.language}"${direction}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${movedTo} ${url}</title>`,
    `<meta http-equiv="refresh" content="0; url=${path}">`,
    `<link rel="canonical" href="${url}"><meta name="robots" content="noindex"></head>`,
    `<body><main><h1>${movedTo}</h1><p><a href="${path}">${url}</a></p></main></body></html>`,
  ].join('');
}
