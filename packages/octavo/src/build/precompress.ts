import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { globSync } from 'tinyglobby';
import type { Build } from './finish.ts';
import type { PageCache } from './page-cache.ts';

/** The files that servers compress; pictures and sounds are compressed already. */
const TEXT = /\.(?:css|html|js|json|md|opml|svg|txt|webmanifest|xml)$/;
/** In bytes; a smaller file is sent in one packet anyway. */
const MIN_SIZE = 1024;

const COMPRESSIONS: [ending: string, (bytes: Buffer) => Promise<Buffer>][] = [
  ['.br', (bytes) => promisify(brotliCompress)(bytes)],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
];

/** Writes compressed copies beside the text files of the complete site, or reuses those of the last one. */
export async function precompress({ folder }: Pick<Build, 'folder'>, cache: PageCache) {
  const compressed = async (path: string) => {
    const bytes = cache.read(path);
    if (bytes.length < MIN_SIZE) return;
    const isSame = cache.hasSame(path, bytes);
    for (const [ending, compress] of COMPRESSIONS) {
      const copy = path + ending;
      if (isSame) cache.reuseAsset(copy);
      if (cache.has(copy)) continue;
      mkdirSync(dirname(join(folder, copy)), { recursive: true });
      writeFileSync(join(folder, copy), await compress(bytes));
    }
  };
  const made = globSync('**', { cwd: folder, dot: true });
  const paths = [...cache.kept, ...made].filter((path) => TEXT.test(path));
  await Readable.from(paths).forEach(compressed, { concurrency: availableParallelism() });
}
