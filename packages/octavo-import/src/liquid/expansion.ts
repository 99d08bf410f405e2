import type { Context } from 'liquidjs';
import type { Diagnostic } from '../diagnostic.ts';

/** The parts of a blog that Liquid in a text refers to. */
export interface LiquidSite {
  /** `site` in templates. */
  site: Record<string, unknown>;
  /** The URL of the blog without a slash at its end. */
  url: string;
  /** Returns the source of a file in `_includes/`, or beside the files of the blog. */
  include: (name: string) => string | undefined;
  /** Returns the path of a post by its name: `2024-01-06-a-post`. */
  postUrl: (name: string) => string | undefined;
  /** Returns the path of a page or file by its file's path: `_posts/2024-01-06-a-post.md`. */
  fileUrl: (path: string) => string | undefined;
}

/** The expansion of the Liquid of one text. */
export interface Expansion {
  site: LiquidSite;
  /** Reports something of the tag that is evaluated. */
  report: (severity: Diagnostic['severity'], message: string) => void;
  /** The includes that are open, to end a circle. */
  depth: number;
}

const KEY = 'expansion';

/** Lets the tags of a context know of their expansion. */
export function setExpansion(context: Context, expansion: Expansion): void {
  context.setRegister(KEY, expansion);
}

/** Returns the expansion that a tag is evaluated in. */
export function expansionOf(context: Context): Expansion {
  return context.getRegister<Expansion>(KEY);
}
