/** True for a post or page that has an address for everybody, on a list or not. */
export function isPublished({ draft }: { draft: boolean }): boolean {
  return !draft;
}
