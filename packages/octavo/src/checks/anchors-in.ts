import { filesBelow, type Source } from '../markdown/document.ts';
import { readAnchors } from '../markdown/render.ts';
import type { Context } from '../settings/context.ts';

/** The ids in bodies, by their sources: that of an unchanged file is the same object. */
const anchorCache = new WeakMap<Source, string[] | undefined>();

/** Returns a function that returns the ids in a body; `undefined` if they are unknown. */
export function anchorsIn({ root, settings }: Context) {
  const files = filesBelow(root);
  return (source: Source): string[] | undefined => {
    if (anchorCache.has(source)) return anchorCache.get(source);
    let includes = false;
    const anchors = readAnchors(source, settings, (path) => {
      includes = true;
      return files.text(path);
    });
    // Included files may change while the file itself does not.
    if (!includes) anchorCache.set(source, anchors);
    return anchors;
  };
}
