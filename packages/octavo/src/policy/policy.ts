import { hash } from 'node:crypto';
import { attributeOf, type HtmlElement } from '../html/read-html.ts';
import type { PolicySource } from '../settings/policy-hosts.ts';
import type { PageUse } from './page-uses.ts';

/** The parts of a page that its policy depends on. */
interface PageParts {
  scripts: readonly HtmlElement[];
  styles: readonly HtmlElement[];
  uses: readonly PageUse[];
  /** True for a page with sounds or videos. */
  media: boolean;
  fonts: boolean;
  /** The hosts that the settings and components of the page declare. */
  declared: readonly PolicySource[];
  /** The URL of the page. */
  url: string;
}

/** The sources of each directive; none for a directive that blocks all. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/**
 * Returns the content security policy of a page: it allows the scripts and styles that the page
 * itself holds, by their hashes, what it loads from its own site, pictures from any, and the hosts
 * that it declares. Astro's own `security.csp` would list the hashes of all routes on every page.
 */
export function policyOf({ scripts, styles, uses, ...page }: PageParts): Policy {
  const inline = scripts.filter((script) => attributeOf(script, 'src') === undefined);
  // Only components and integrations add such uses: Markdown has no scripts, frames and links.
  const self = (directive: string) =>
    uses.some((use) => use.directive === directive && isOwn(use.url, page.url)) ? [SELF] : [];
  const policy = new Map<string, string[]>([
    ['script-src', [...self('script-src'), ...hashes(inline)]],
    ['style-src', [...self('style-src'), ...hashes(styles)]],
    ['img-src', [SELF, 'data:', 'https:']],
    ...entry('media-src', page.media ? [SELF, 'https:'] : []),
    ...entry('font-src', page.fonts ? [SELF] : []),
    ...entry('frame-src', self('frame-src')),
    ['connect-src', [SELF]],
    ['manifest-src', [SELF]],
    ['base-uri', []],
    ['form-action', [SELF]],
  ]);
  for (const [directive, host] of page.declared) {
    const sources = policy.get(directive) ?? [];
    const isAllowed = ['https:', host].some((source) => sources.includes(source));
    if (!isAllowed) policy.set(directive, [...sources, host]);
  }
  return policy;
}

const SELF = `'self'`;

function entry(directive: string, sources: string[]): [string, string[]][] {
  return sources.length > 0 ? [[directive, sources]] : [];
}

function hashes(elements: readonly HtmlElement[]): string[] {
  return [...new Set(elements.map(({ text }) => `'sha256-${hash('sha256', text, 'base64')}'`))];
}

/** Returns a policy in a meta element. */
export function policyElement(policy: Policy): string {
  const directives = [...policy].map(([name, sources]) =>
    [name, ...(sources.length > 0 ? sources : [`'none'`])].join(' '),
  );
  const content = [`default-src 'none'`, ...directives].join(';');
  return `<meta http-equiv="content-security-policy" content="${content}">`;
}

/** True for a use that a policy allows on the page at `page`. */
export function isAllowed({ directive, url }: PageUse, policy: Policy, page: string): boolean {
  const target = URL.parse(url, page);
  // A browser loads nothing from it.
  if (url.trim() === '' || !target || target.protocol === 'about:') return true;
  return (policy.get(directive) ?? []).some((source) => {
    if (source === SELF) return isOwn(url, page);
    if (source.endsWith(':')) return source === target.protocol;
    const host = URL.parse(source);
    if (host?.origin !== target.origin) return false;
    const { pathname } = host;
    return pathname.endsWith('/')
      ? target.pathname.startsWith(pathname)
      : target.pathname === pathname;
  });
}

function isOwn(url: string, page: string): boolean {
  return URL.parse(url, page)?.origin === new URL(page).origin;
}
