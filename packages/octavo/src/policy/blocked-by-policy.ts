import { escapeHtml } from '../html/escape-html.ts';
import type { OpeningTag } from '../html/read-html.ts';
import { kindOfDirective } from '../settings/policy-hosts.ts';
import type { PageUse } from './page-uses.ts';
import { isAllowed, type Policy } from './policy.ts';

/** A part of a page that its policy blocks. */
export interface Blocked {
  message: string;
  /** Texts that its source may have, the most exact one first. */
  written: string[];
  /** The URL of a picture, sound or video by `http:`, of which a check warns in Markdown. */
  media?: string | undefined;
}

interface FinishedPage {
  tags: readonly OpeningTag[];
  uses: readonly PageUse[];
  policy: Policy;
  /** The URL of the page. */
  url: string;
  /** The parts of its declarations that are no hosts. */
  invalid: readonly string[];
}

/** Returns what the policy of a page blocks; what its scripts fetch, no HTML shows. */
export function blockedOn({ tags, uses, policy, url, invalid }: FinishedPage): Blocked[] {
  return [
    ...invalid.map((part) => ({
      message: `policy: ${part} is not a host; name its URL, like https://example.com`,
      written: part.split(' ').slice(1).flatMap(inCode),
    })),
    ...uses.filter((use) => !isAllowed(use, policy, url)).map((use) => blockedUse(use, url)),
    ...tags.flatMap(blockedAttributes),
  ];
}

/** Returns a host as code has it; a `*` without quotation marks may stand anywhere. */
function inCode(host: string): string[] {
  return /\w/.test(host) ? [host] : [`"${host}"`, `'${host}'`];
}

function blockedUse(use: PageUse, page: string): Blocked {
  const { element, url } = use;
  const { origin, href, protocol } = URL.parse(url, page)!;
  const subject = /^[\w-]+$/.test(element) ? `<${element}>` : element;
  // A URL of the site as written: that of a style sheet is another on each page.
  const target = origin === new URL(page).origin ? url : href;
  const blocked = protocol === 'data:' ? 'data: URLs' : target;
  const message = `${subject}: the security policy blocks ${blocked}; ${fixOf(use, page)}`;
  const isRule = element.startsWith('@');
  const isMedia = protocol === 'http:' && ['img-src', 'media-src'].includes(use.directive);
  return {
    message,
    // A package of fonts is imported by its name.
    written: [url, escapeHtml(url), ...(isRule ? ['@fontsource', element] : [origin])],
    media: isMedia ? url : undefined,
  };
}

function fixOf({ directive, url }: PageUse, page: string): string {
  const { origin, protocol } = URL.parse(url, page)!;
  const kind = kindOfDirective(directive);
  if (kind === 'font' && origin === new URL(page).origin)
    return 'name its file in the setting fonts';
  if (kind && protocol === 'https:')
    return `add <Policy ${kind}="${origin}" /> beside it, or the setting policy`;
  if (protocol === 'http:' && kind) return 'use https:';
  return FIXES[directive] ?? 'use a file of the site';
}

const FIXES: Readonly<Record<string, string>> = {
  'base-uri': 'write whole URLs',
  'object-src': 'use an <iframe>',
};

function blockedAttributes({ name: element, attributes }: OpeningTag): Blocked[] {
  return attributes.flatMap(({ name, value }): Blocked[] => {
    const problem = problemOf(name, value, element);
    if (problem === undefined) return [];
    const message = `${name} of <${element}>: the security policy blocks ${problem}`;
    const code = value.startsWith('--') ? 'define:vars' : `${name}={`;
    return [{ message, written: [`"${value}"`, `"${escapeHtml(value)}"`, code] }];
  });
}

/** The attributes whose URL a browser follows; a title may begin with `JavaScript:`. */
const URLS = new Set(['action', 'data', 'formaction', 'href', 'src', 'xlink:href']);

function problemOf(name: string, value: string, element: string): string | undefined {
  if (value === '') return undefined;
  if (name === 'style') return 'style attributes; use a class and a <style>';
  // Attributes of a custom element may have any name.
  if (/^on[a-z]+$/.test(name) && !element.includes('-'))
    return 'handlers in attributes; add it by addEventListener in a <script>';
  const isScript = URLS.has(name) && URL.parse(value)?.protocol === 'javascript:';
  return isScript ? 'javascript: URLs; use a <button> and a <script>' : undefined;
}
