import type { PostData, Reading } from '../blog/library.ts';
import { pathKey } from '../blog/path-key.ts';
import { isPublished } from '../blog/published.ts';

/** Returns the file of each address of a published post or page, aliases too, by `pathKey`. */
export function publishedAddresses(readings: readonly Reading[]): Map<string, Reading> {
  const owners = new Map<string, Reading>();
  for (const reading of readings) {
    if (!hasAddress(reading)) continue;
    const { url, data } = reading.file!;
    const { aliases } = data as Pick<PostData, 'aliases'>;
    for (const path of [url, ...aliases]) owners.set(pathKey(path), reading);
  }
  return owners;
}

/** True for a post or page that is published, and whose front matter holds. */
export function hasAddress({ collection, file }: Reading): boolean {
  return collection !== 'authors' && file !== undefined && isPublished(file.data as PostData);
}
