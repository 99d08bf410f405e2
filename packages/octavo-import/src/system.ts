import type { OldBlog } from './site/old-blog.ts';
import type { ImportOptions } from './site/build-site.ts';
import type { Source } from './source.ts';

/** A system that blogs are written with: Hugo, Jekyll, WordPress. */
export interface System {
  /** The value of `--from`: `hugo`. */
  id: string;
  name: string;
  /** The signs of a folder or file of this system. */
  signs: readonly Sign[];
  /** Reads a blog; absent if blogs of this system are recognized and cannot be imported. */
  read?: (path: string, options: ImportOptions) => OldBlog;
}

/** A sign by which a system is recognized. */
export interface Sign {
  /** The certainty that the sign gives, from 0 to 1. */
  certainty: number;
  /** For people: `hugo.toml`. */
  text: string;
  isIn: (source: Source) => boolean;
}

/** Returns the sign of one of these files, relative to the folder. */
export function fileSign(certainty: number, ...paths: [string, ...string[]]): Sign {
  return { certainty, text: paths[0], isIn: (source) => source.has(...paths) };
}

/** Returns the sign of a dependency in `package.json`. */
export function dependencySign(certainty: number, ...names: [string, ...string[]]): Sign {
  const text = `package.json with ${names[0]}`;
  return { certainty, text, isIn: (source) => source.depends(...names) };
}
