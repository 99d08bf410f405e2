import type { ImportedFile, OldAddress } from '../imported-site.ts';
import type { Note } from '../note.ts';
import { keptOut, type OldFiles } from './files.ts';
import { pathKey } from './links.ts';
import type { Placed } from './placing.ts';

/** What stands in `public/` because the old site had it there. */
export interface PublicFiles {
  files: ImportedFile[];
  /** Those given, and those of the files; each address once. */
  addresses: OldAddress[];
  notes: Note[];
}

/** Returns the files that keep their address, but for those that something of the new site is at. */
export function publicFiles(
  { published, folders }: OldFiles,
  placed: readonly Placed[],
  addresses: readonly OldAddress[],
): PublicFiles {
  const urls = new Set(placed.map(({ url }) => pathKey(url)));
  const drafts = placed
    .filter(({ data }) => data.draft)
    .flatMap(({ page }) => folders.get(page) ?? []);
  const made: PublicFiles = { files: [], addresses: [], notes: [] };
  const taken = new Map<string, OldAddress>();
  for (const [path, copyOf] of published) {
    if (drafts.some((folder) => path.startsWith(folder)) || path === '/_redirects') continue;
    const reason = keptOut(path, (url) => urls.has(pathKey(url)));
    if (reason !== undefined) {
      made.notes.push({
        file: path.slice(1),
        line: 1,
        severity: 'warning',
        message: `${path} is left out: ${reason}`,
      });
      continue;
    }
    made.files.push({ path: `public${path}`, content: { copyOf } });
    taken.set(pathKey(path), { from: path, to: path, kind: 'file', by: 'same' });
  }
  for (const address of addresses) {
    const key = pathKey(address.from);
    const known = taken.get(key);
    if (!known) taken.set(key, address);
  }
  made.addresses = [...taken.values()];
  return made;
}
