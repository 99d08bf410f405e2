/** Returns a path as it is on disk; one whose percent signs stand for nothing is taken as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** True for a path of this site: `/about/`, and not `//example.com/`. */
export function isRootRelative(address: string): boolean {
  return /^\/(?!\/)/.test(address);
}
