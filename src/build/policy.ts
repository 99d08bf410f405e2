import { hash } from 'node:crypto';
import { memoized } from './memoized.ts';

/**
 * Returns a page with a content security policy, in a meta element after the one that names the
 * encoding: it allows the scripts and styles that the page itself holds, by their hashes, and
 * nothing else; WebAssembly, where it is said. Astro's own `security.csp` would list the hashes of
 * all routes on every page.
 */
export function withPolicy(html: string, webAssembly = false): string {
  return html.replace(
    OPENING,
    (charset) =>
      `${charset}<meta http-equiv="content-security-policy" content="${policyOf(html, webAssembly)}">`,
  );
}

/** The policy stands before everything that it is about. */
const OPENING = /<meta charset="utf-8">/i;

/** Returns the policy that a page needs: what it loads from its own site, and pictures from any. */
function policyOf(html: string, webAssembly: boolean): string {
  const scripts = hashes(html, SCRIPT).concat(webAssembly ? `'wasm-unsafe-eval'` : []);
  const directives = [
    `default-src 'none'`,
    `script-src ${sources(scripts)}`,
    `style-src ${sources(hashes(html, STYLE))}`,
    `img-src 'self' data: https:`,
    `media-src 'self' https:`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ];
  return directives.join(';');
}

const SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/gi;
const STYLE = /<style([^>]*)>([\s\S]*?)<\/style>/gi;

function hashes(html: string, element: RegExp): string[] {
  const found = [...html.matchAll(element)].filter(([, attributes = '']) => !isData(attributes));
  return [...new Set(found.map(([, , text = '']) => `'sha256-${sha256(text)}'`))];
}

/** True for scripts that are data to the browser, which no policy is about. */
function isData(attributes: string): boolean {
  return /type="?application\/(?:ld\+)?json/i.test(attributes);
}

/** Most pages hold the same scripts and styles. */
const sha256 = memoized((text) => hash('sha256', text, 'base64'));

function sources(list: string[]): string {
  return list.length > 0 ? list.join(' ') : `'none'`;
}
