/**
 * Returns the candidates of a `srcset`, each with its URL, size and the offset of its URL. A URL is a run of characters that
 * are no space and neither begins nor ends with a comma, which one within it, as in a `data:` URL, may
 * be (HTML, parsing a srcset attribute).
 */
export function candidatesIn(srcset: string): [url: string, size: string, start: number][] {
  return [...srcset.matchAll(CANDIDATE)].map(({ index, 0: whole, 1: url = '', 2: size = '' }) => {
    return [url, size, index + whole.indexOf(url)];
  });
}

const CANDIDATE = /[\s,]*([^\s,](?:\S*[^\s,])?)\s*([^,]*?)\s*(?:,|$)/g;
