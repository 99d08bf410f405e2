/**
 * Returns the candidates of a `srcset`, each with its URL and size. A URL is a run of characters that
 * are no space and neither begins nor ends with a comma, which one within it, as in a `data:` URL, may
 * be (HTML, parsing a srcset attribute).
 */
export function candidatesIn(srcset: string): [url: string, size: string][] {
  return [...srcset.matchAll(CANDIDATE)].map(([, url = '', size = '']) => [url, size]);
}

const CANDIDATE = /[\s,]*([^\s,](?:\S*[^\s,])?)\s*([^,]*?)\s*(?:,|$)/g;
