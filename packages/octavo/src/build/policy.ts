import { hash } from 'node:crypto';
import { attributeOf, type HtmlElement } from '../html/read-html.ts';
import type { PolicySource } from '../settings/policy-hosts.ts';

/** The scripts and styles of a page, and what else its policy depends on. */
interface Allowed {
  scripts: readonly HtmlElement[];
  styles: readonly HtmlElement[];
  /** True for a page with sounds or videos. */
  media: boolean;
  fonts: boolean;
  /** The hosts that the settings and components of the page declare. */
  declared?: readonly PolicySource[];
}

/**
 * Returns the content security policy of a page, in a meta element: it allows the scripts and
 * styles that the page itself holds, by their hashes, what it loads from its own site, and pictures
 * from any. Astro's own `security.csp` would list the hashes of all routes on every page.
 */
export function policyElement({ scripts, styles, media, fonts, declared = [] }: Allowed): string {
  const inline = scripts.filter((script) => attributeOf(script, 'src') === undefined);
  const directives = new Map<string, string[] | undefined>([
    // A file of the site, which only a component or an integration adds: Markdown has no scripts.
    ['script-src', [...(scripts.some(isOfSite) ? [`'self'`] : []), ...hashes(inline)]],
    ['style-src', hashes(styles)],
    ['img-src', [`'self'`, 'data:', 'https:']],
    ['media-src', media ? [`'self'`, 'https:'] : undefined],
    ['font-src', fonts ? [`'self'`] : undefined],
    ['connect-src', [`'self'`]],
    ['manifest-src', [`'self'`]],
    ['base-uri', []],
    ['form-action', [`'self'`]],
  ]);
  for (const [directive, host] of declared) {
    const sources = directives.get(directive) ?? [];
    const isAllowed = ['https:', host].some((source) => sources.includes(source));
    if (!isAllowed) directives.set(directive, [...sources, host]);
  }
  const parts = [...directives].flatMap(([name, sources]) =>
    sources ? [name, ...(sources.length > 0 ? sources : [`'none'`])].join(' ') : [],
  );
  return `<meta http-equiv="content-security-policy" content="default-src 'none';${parts.join(';')}">`;
}

/** True for a script that is a file of the site itself. */
function isOfSite(script: HtmlElement): boolean {
  const address = attributeOf(script, 'src');
  return address !== undefined && !address.startsWith('//') && !URL.canParse(address);
}

function hashes(elements: readonly HtmlElement[]): string[] {
  return [...new Set(elements.map(({ text }) => `'sha256-${hash('sha256', text, 'base64')}'`))];
}
