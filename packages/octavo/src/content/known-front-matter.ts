import { hash } from 'node:crypto';
import type { Extensions } from '../settings/context.ts';
import type { SourceFile } from './content-file.ts';
import { blockOf, type FrontMatter } from './front-matter.ts';

/** The front matter of valid files, as plain data, by digests of their text. */
export type KnownFrontMatter = Record<
  string,
  /** As written, and as the schema returns it. */
  { written: FrontMatter['data']; data: unknown }
>;

/** Returns the valid front matter of files, for the next check by the same schema. */
export function knownFrontMatter(
  sources: Iterable<SourceFile>,
  { frontMatter: keys }: Extensions,
): KnownFrontMatter {
  const valid = [...sources].filter(
    // A schema of the owner may depend on more than the file, and return what is no plain data.
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

/** Returns a digest of the path of a file, which the schema checks too, and its front matter. */
export function frontMatterDigest(path: string, source: string): string {
  return hash('sha256', `${path}\n${blockOf(source)}`, 'base64url');
}
