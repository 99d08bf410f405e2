/**
 * Returns a `srcset` with the address of each candidate changed. An address is a run of
 * characters that are no space and neither begins nor ends with a comma, which one within it,
 * as in a `data:` address, may be (HTML, parsing a srcset attribute).
 */
export function eachCandidate(srcset: string, change: (address: string) => string): string {
  return [...srcset.matchAll(CANDIDATE)]
    .map(([, address, size]) => `${change(address!)} ${size!}`.trim())
    .join(', ');
}

const CANDIDATE = /[\s,]*([^\s,](?:\S*[^\s,])?)\s*([^,]*?)\s*(?:,|$)/g;
