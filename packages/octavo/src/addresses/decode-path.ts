/** Returns a path as it is on disk; one whose percent signs stand for nothing is taken as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
