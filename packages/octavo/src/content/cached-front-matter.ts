import { hash } from 'node:crypto';
import type { Extensions } from '../settings/context.ts';
import type { SourceFile } from './content-file.ts';
import { blockOf, type FrontMatter } from './front-matter.ts';

/** The front matter of valid files, as plain data, by digests of file path and front matter. */
export type CachedFrontMatter = Record<
  string,
  /** `written` is parsed YAML, `data` is the output of the schema. */
  { written: FrontMatter['data']; data: unknown }
>;

/** Returns the front matter of valid files, to be reused while the schema is the same. */
export function cachedFrontMatter(
  sources: Iterable<SourceFile>,
  { frontMatter: keys }: Extensions,
): CachedFrontMatter {
  const valid = [...sources].filter(
    // The owner's schema may depend on more than the file, and may return other than plain data.
    ({ data, diagnostics, collection }) =>
      data && diagnostics.length === 0 && Object.keys(keys[collection] ?? {}).length === 0,
  );
  return Object.fromEntries(
    valid.map(({ path, source, frontMatter, data }) => [
      frontMatterDigest(path, source),
      { written: frontMatter.data, data },
    ]),
  );
}

/** Returns a digest of the front matter of a file, and of its path, which the schema checks too. */
export function frontMatterDigest(path: string, source: string): string {
  return hash('sha256', `${path}\n${blockOf(source)}`, 'base64url');
}
