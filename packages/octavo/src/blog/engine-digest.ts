import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { site } from './settings.ts';

/** What each thing that is kept depends on, beside the content: files relative to the project's folder. */
const SOURCES = {
  /** Of a rendering: the Markdown features, the rules of the blog, the words of the interface. */
  renderings: ['src/{blog,checks,loader,markdown,strings}/**/*.ts'],
  /** Of a page: all of that, components and styles, and the code that MDX may import. */
  pages: ['src/**/*', 'astro.config.mjs', 'tsconfig.json'],
};

/** On which everything depends. */
const ALWAYS = ['src/site.config.ts', 'package-lock.json'];

/** What is known of itself, file by file. */
const CONTENT = /\.(?:mdx?|avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|ogg|wav|m4a)$/i;

const digests = new Map<string, string>();

/**
 * Returns a digest of all that renderings or pages depend on beside the content: the engine's
 * sources, the settings, the locked packages and the Node that runs. Read once a process: editing
 * one of them means to start `dev` again.
 */
export function engineDigest(root: string, of: keyof typeof SOURCES): string {
  const known = digests.get(of);
  if (known !== undefined) return known;
  const digest = digestFiles(root, [...SOURCES[of], ...ALWAYS]);
  digests.set(of, digest);
  return digest;
}

function digestFiles(root: string, patterns: string[]): string {
  // The settings are code, and may depend on more than their file.
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(site));
  const files = globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !(path.startsWith('src/content/') && CONTENT.test(path)))
    .filter((path) => statSync(join(root, path)).isFile());
  for (const file of [...new Set(files)].sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('base64url');
}
