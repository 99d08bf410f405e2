import { digestOf } from '../digest-of.ts';
import {
  filesBelow,
  holds,
  markdownDocument,
  type Dependency,
  type Source,
} from '../markdown/document.ts';
import { readAnchors } from '../markdown/render.ts';
import type { Context } from '../settings/context.ts';

/** The ids in bodies and the files that these include, as plain data, by digests of the bodies. */
export type CachedAnchors = Record<
  string,
  { ids?: string[] | undefined; dependencies: Dependency[] }
>;

/**
 * Returns a function that returns the ids in a body, `undefined` if they are unknown, and the ids to
 * cache for the next call. Ids in `cached` are reused while the body and the files are the same.
 */
export function anchorsIn({ root, settings }: Context, cached: CachedAnchors = {}) {
  const files = filesBelow(root);
  const read = (source: Source) => {
    const { text, dependencies } = markdownDocument(source.path, files);
    return { ids: readAnchors(source, settings, text), dependencies };
  };
  const anchors: CachedAnchors = {};
  const anchorsOf = (source: Source): string[] | undefined => {
    const digest = digestOf(source.path, source.format, source.body);
    const last = cached[digest];
    anchors[digest] ??= last && holds(last.dependencies, files) ? last : read(source);
    return anchors[digest].ids;
  };
  return { anchorsOf, anchors };
}
