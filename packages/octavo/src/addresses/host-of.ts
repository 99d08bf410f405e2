import { domainToUnicode } from 'node:url';

/** Returns the host of a URL as a reader names it: `bücher.example`. */
export function hostOf(url: string): string {
  const { host, hostname } = new URL(url);
  return host.replace(hostname, domainToUnicode(hostname)).replace(/^www\./, '');
}
