import { withoutControls } from './xml.ts';

/** Attributes whose value is one address. */
const ADDRESS =
  /(<(?:a|area|img|source|audio|video|track|iframe)\s(?:[^>"']|"[^"]*"|'[^']*')*?\b(?:href|src|poster)=")([^"]*)"/gi;
const SRCSET = /(\ssrcset=")([^"]*)"/gi;

/**
 * Returns an article's HTML for a reader away from its page: with every address whole
 * (`url` is the page's own), and without what only the page can use.
 */
export function portableHtml(html: string, url: string): string {
  const whole = (address: string) =>
    URL.canParse(address, url) ? new URL(address, url).href : address;
  return withoutControls(html)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\stabindex="0"/g, '')
    .replace(ADDRESS, (_, before: string, address: string) => `${before}${whole(address)}"`)
    .replace(SRCSET, (_, before: string, candidates: string) => {
      const listed = candidates.split(/,\s+/).map((candidate) => {
        const [address = '', size] = candidate.trim().split(/\s+/);
        return [whole(address), size].filter(Boolean).join(' ');
      });
      return `${before}${listed.join(', ')}"`;
    })
    .trim();
}
