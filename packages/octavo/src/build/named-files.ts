/**
 * Returns the names of files in the folder of assets that a text names, as they are on disk. The
 * text is of any kind: HTML, whose addresses are also in `srcset`, data attributes and JSON-LD, a
 * feed, a style sheet or a script, so it is searched rather than parsed.
 */
export function namesIn(page: string, folder: string): string[] {
  return page
    .split(`/${folder}/`)
    .slice(1)
    .flatMap((rest) => {
      const [address = ''] = /^[^"'\s<>)?#]*/.exec(rest) ?? [];
      try {
        return [address, decodeURIComponent(address)];
      } catch {
        return [address];
      }
    });
}
