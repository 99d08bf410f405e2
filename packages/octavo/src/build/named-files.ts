/** Returns the names of files in the folder of assets that a page names, as they are on disk. */
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
