import { stringsFor } from '../strings/strings.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { Settings } from '../settings/settings.ts';
import { absolute, href } from '../addresses/urls.ts';

/**
 * Returns the page that leads from an old address to a path of this site, without a script; where a
 * browser does not go on by itself, the reader does.
 */
export function redirectPage(to: string, site: Settings): string {
  const { movedTo } = stringsFor(site);
  const [address, path] = [absolute(to, site), href(to, site)].map(escapeHtml);
  const direction = site.direction === 'rtl' ? ' dir="rtl"' : '';
  return [
    `<!DOCTYPE html><html lang="${site.language}"${direction}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${movedTo} ${address}</title>`,
    `<meta http-equiv="refresh" content="0;url=${path}">`,
    `<link rel="canonical" href="${address}"><meta name="robots" content="noindex"></head>`,
    `<body><main><h1>${movedTo}</h1><p><a href="${path}">${address}</a></p></main></body></html>`,
  ].join('');
}
