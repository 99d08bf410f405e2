/**
 * Returns the candidates of a `srcset`, each with its URL, its size and the offset of its URL. A URL has
 * no spaces, and commas only within, as a `data:` URL does (HTML, parsing a srcset attribute).
 */
export function candidatesIn(srcset: string): [url: string, size: string, start: number][] {
  return [...srcset.matchAll(CANDIDATE)].map(({ index, 0: whole, 1: url = '', 2: size = '' }) => {
    return [url, size, index + whole.indexOf(url)];
  });
}

const CANDIDATE = /[\s,]*([^\s,](?:\S*[^\s,])?)\s*([^,]*?)\s*(?:,|$)/g;
