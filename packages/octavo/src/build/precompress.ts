import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { globSync } from 'tinyglobby';
import type { SiteBuild } from './site-build.ts';

/** The files that servers compress; pictures and sounds are compressed already. */
const TEXT = '**/*.{css,html,js,json,md,opml,svg,txt,webmanifest,xml}';
/** In bytes; a smaller file is sent in one packet anyway. */
const MIN_SIZE = 1024;

const COMPRESSIONS: [ending: string, (bytes: Buffer) => Promise<Buffer>][] = [
  ['.br', (bytes) => promisify(brotliCompress)(bytes)],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
];

/** Writes compressed copies beside the text files of the complete site, or reuses those of the last one. */
export function precompress(siteBuild: () => SiteBuild): AstroIntegration {
  return {
    name: 'octavo:precompress',
    hooks: {
      'astro:build:done': async () => {
        const { build, files, cache } = siteBuild();
        const paths = globSync(TEXT, { cwd: build.folder, dot: true }).values();
        const compressNext = async () => {
          // The calls share the iterator.
          for (const path of paths) {
            const bytes = readFileSync(join(build.folder, path));
            if (bytes.length < MIN_SIZE) continue;
            const isSame = cache.hasSame(path, bytes);
            for (const [ending, compress] of COMPRESSIONS) {
              if (isSame) cache.reuseAsset(path + ending);
              if (!files.has(path + ending)) files.write(path + ending, await compress(bytes));
            }
          }
        };
        await Promise.all(Array.from({ length: availableParallelism() }, compressNext));
      },
    },
  };
}
