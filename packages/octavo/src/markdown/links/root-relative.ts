/** True for a path of this site: `/about/`, and not `//example.com/`. */
export function isRootRelative(url: string): boolean {
  return /^\/(?!\/)/.test(url);
}
