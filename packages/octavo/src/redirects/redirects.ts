/** An old address of a post or page. */
export interface Redirect {
  /** As it is written in the front matter. */
  alias: string;
  /** Its place among the aliases of the file, from 0. */
  index: number;
  /** The path that it leads to, without the base path. */
  to: string;
  /** The file that it stands in, relative to the project's folder. */
  file: string;
}

/** The file by which the pages that are built hand the redirects to the integration that writes them. */
export const REDIRECTS_PATH = '/redirects.json';

/** Returns the redirects of a post or page. */
export function redirectsOf(
  aliases: readonly string[],
  { to, file }: Pick<Redirect, 'to' | 'file'>,
): Redirect[] {
  return aliases.map((alias, index) => ({ alias, index, to, file }));
}
