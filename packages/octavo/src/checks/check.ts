import type { SourceFile } from '../content/content-file.ts';
import type { Lock } from '../addresses/lock/lock.ts';
import type { FindOwnRoute } from '../addresses/owner-routes.ts';
import type { Settings } from '../settings/settings.ts';
import type { FindingInFile, TextCheck } from '../markdown/text-check.ts';

/** A check of a body, of the front matter of a file, or of all files together. */
export interface Check extends Omit<TextCheck, 'ofFrontMatter'> {
  /** Reads the front matter of one file. */
  ofFrontMatter?: (file: SourceFile, site: WholeSite) => FindingInFile[];
  /** Looks at all files beside one another. */
  ofSite?: (site: WholeSite) => (FindingInFile & { file: Pick<SourceFile, 'path'> })[];
}

/** All content, and what stands beside it. */
export interface WholeSite {
  sources: readonly SourceFile[];
  settings: Settings;
  /** In milliseconds since 1970. */
  now: number;
  /** The pictures, videos and sounds below src/content/, relative to the project's folder. */
  media: readonly string[];
  /** The files in `src/overrides/` and `src/slots/`, relative to the project's folder. */
  replacements: readonly string[];
  /** The files that a text asked for, to show them. */
  asked: ReadonlySet<string>;
  /** The addresses that were published before; absent where nobody writes them down. */
  lock: Lock | undefined;
  exists: (path: string) => boolean;
  /** Finds the route of the owner's own at a path. */
  ownRoute: FindOwnRoute;
  text: (path: string) => string | undefined;
  size: (path: string) => number | undefined;
  /** Returns the characters of a text that no installed font of the social cards has. */
  withoutFont: (text: string) => string[];
}
