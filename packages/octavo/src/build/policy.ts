import { hash } from 'node:crypto';
import { attributeOf, type HtmlElement } from '../html/read-html.ts';

/** The scripts and styles of a page, and what else its policy depends on. */
interface Allowed {
  scripts: readonly HtmlElement[];
  styles: readonly HtmlElement[];
  /** True for a page with sounds or videos. */
  media: boolean;
  fonts: boolean;
}

/**
 * Returns the content security policy of a page, in a meta element: it allows the scripts and
 * styles that the page itself holds, by their hashes, what it loads from its own site, and pictures
 * from any. Astro's own `security.csp` would list the hashes of all routes on every page.
 */
export function policyElement({ scripts, styles, media, fonts }: Allowed): string {
  const inline = scripts.filter((script) => attributeOf(script, 'src') === undefined);
  const scriptSources = [
    // A file of the site, which only a component or an integration adds: Markdown has no scripts.
    ...(scripts.some(isOfSite) ? [`'self'`] : []),
    ...hashes(inline),
  ];
  const directives = [
    `default-src 'none'`,
    `script-src ${sources(scriptSources)}`,
    `style-src ${sources(hashes(styles))}`,
    `img-src 'self' data: https:`,
    ...(media ? [`media-src 'self' https:`] : []),
    ...(fonts ? [`font-src 'self'`] : []),
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ];
  return `<meta http-equiv="content-security-policy" content="${directives.join(';')}">`;
}

/** True for a script that is a file of the site itself. */
function isOfSite(script: HtmlElement): boolean {
  const address = attributeOf(script, 'src');
  return address !== undefined && !address.startsWith('//') && !URL.canParse(address);
}

function hashes(elements: readonly HtmlElement[]): string[] {
  return [...new Set(elements.map(({ text }) => `'sha256-${hash('sha256', text, 'base64')}'`))];
}

function sources(list: string[]): string {
  return list.length > 0 ? list.join(' ') : `'none'`;
}
