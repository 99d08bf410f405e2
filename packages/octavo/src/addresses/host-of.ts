/** Returns the host of a URL as a reader names it: `example.com`. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}
