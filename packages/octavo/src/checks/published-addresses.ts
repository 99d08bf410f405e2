import type { PostData, Reading } from '../content/read-content.ts';
import { pathKey } from '../addresses/path-key.ts';
import { isPublished } from '../content/published.ts';

/** Returns the file of each address of a published post or page, aliases too, by `pathKey`. */
export function publishedAddresses(readings: readonly Reading[]): Map<string, Reading> {
  const owners = new Map<string, Reading>();
  const published = readings.filter(hasAddress);
  const add = (path: string, reading: Reading) => {
    const key = pathKey(path);
    if (!owners.has(key)) owners.set(key, reading);
  };
  for (const reading of published) add(reading.file!.url, reading);
  for (const reading of published)
    for (const alias of (reading.file!.data as PostData).aliases) add(alias, reading);
  return owners;
}

/** True for a post or page that is published, and whose front matter holds. */
export function hasAddress({ collection, file }: Reading): boolean {
  return collection !== 'authors' && file !== undefined && isPublished(file.data as PostData);
}
