/** Returns the names of files in the folder of assets that a page names, as they are on disk. */
export function namesIn(page: string, folder: string): string[] {
  const before = `/${folder}/`;
  const names: string[] = [];
  let at = page.indexOf(before);
  while (at !== -1) {
    const start = at + before.length;
    at = page.indexOf(before, start);
    names.push(...namesOf(page.slice(start, at === -1 ? undefined : at)));
  }
  return names;
}

/** Returns an address at the beginning of a text, as it stands there and as it is on disk. */
function namesOf(text: string): string[] {
  const [address = ''] = /^[^"'\s<>)?#]*/.exec(text) ?? [];
  try {
    return [address, decodeURIComponent(address)];
  } catch {
    return [address];
  }
}
