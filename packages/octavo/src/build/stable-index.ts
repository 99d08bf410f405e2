import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';

/** `pagefind.*.pf_meta` (pagefind/src/index/index_metadata.rs); filters and sorts begin with their name. */
type Meta = [
  version: string,
  pages: Cbor,
  chunks: Cbor,
  filters: Named[],
  sorts: Named[],
  ...Cbor[],
];
/** `filter/*.pf_filter` (index_filter.rs); values begin with their text. */
type Filter = [name: string, values: Named[]];
type Named = [name: string, ...Cbor[]];

interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * Returns the files of an index in an order of their own: Pagefind 1.5.2 writes filters and their
 * values in one that is another each time, and names files by what is in them.
 */
export function stableFiles(files: readonly IndexFile[]): IndexFile[] {
  const names = new Map<string, string>();
  const withoutEntry = files
    .filter(({ path }) => !isEntry(path))
    // The files that name others come after them.
    .sort((a, b) => Number(isMeta(a.path)) - Number(isMeta(b.path)))
    .map((file) => stable(file, names));
  const entries = files.filter(({ path }) => isEntry(path)).map((file) => renamed(file, names));
  return [...withoutEntry, ...entries];
}

function stable(file: IndexFile, names: Map<string, string>): IndexFile {
  if (/\.pf_filter$/.test(file.path)) {
    const [name, values] = unpack(file.content) as unknown as Filter;
    return packed(file, [name, inOrder(values)], names);
  }
  if (!isMeta(file.path)) return file;
  const [version, pages, chunks, filters, sorts, ...rest] = unpack(file.content) as unknown as Meta;
  const known = filters.map(([name, hash]): Named => [name, names.get(String(hash)) ?? hash!]);
  return packed(file, [version, pages, chunks, inOrder(known), inOrder(sorts), ...rest], names);
}

function inOrder(values: readonly Named[]): Named[] {
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Writes a file anew, under a name by its content, and notes which name that was. */
function packed({ path }: IndexFile, value: Cbor, names: Map<string, string>): IndexFile {
  const bytes = encodeCbor(value);
  const [, folder = '', language = '', hash = '', ending = ''] =
    /^(.*?)([a-z]+_)([0-9a-f]+)(\.pf_[a-z]+)$/.exec(path) ?? [];
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, hash.length);
  names.set(language + hash, language + digest);
  const content = gzipSync(Buffer.concat([Buffer.from(SIGNATURE), bytes]), { level: 9 });
  return { path: `${folder}${language}${digest}${ending}`, content };
}

function renamed({ path, content }: IndexFile, names: Map<string, string>): IndexFile {
  const entry = JSON.parse(Buffer.from(content).toString()) as Entry;
  for (const language of Object.values(entry.languages))
    language.hash = names.get(language.hash) ?? language.hash;
  return { path, content: Buffer.from(JSON.stringify(entry)) };
}

/** What stands before the content of each of Pagefind's files. */
const SIGNATURE = 'pagefind_dcd';

function unpack(content: Uint8Array): Cbor {
  return decodeCbor(gunzipSync(content).subarray(SIGNATURE.length));
}

function isMeta(path: string): boolean {
  return path.endsWith('.pf_meta');
}

function isEntry(path: string): boolean {
  return path === 'pagefind-entry.json';
}
