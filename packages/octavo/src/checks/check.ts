import type { SourceFile } from '../content/content-file.ts';
import type { Lock } from '../addresses/lock/lock.ts';
import type { FindOwnRoute } from '../addresses/owner-routes.ts';
import type { Settings } from '../settings/settings.ts';
import type { FindingInFile, TextCheck } from '../markdown/text-check.ts';

/** A check of a body, of the front matter of a file, or of the whole site. */
export interface Check extends Omit<TextCheck, 'ofFrontMatter'> {
  /** Checks the front matter of one file. */
  ofFrontMatter?: (file: SourceFile, site: WholeSite) => FindingInFile[];
  /** Checks all files together. */
  ofSite?: (site: WholeSite) => (FindingInFile & { file: Pick<SourceFile, 'path'> })[];
}

/** The content and files of a site. */
export interface WholeSite {
  sources: readonly SourceFile[];
  settings: Settings;
  /** In milliseconds since 1970. */
  now: number;
  /** The pictures, videos and sounds below src/content/, relative to the blog's root folder. */
  media: readonly string[];
  /** The files in `src/overrides/` and `src/slots/`, relative to the blog's root folder. */
  replacements: readonly string[];
  /** The files that bodies show or include. */
  usedFiles: ReadonlySet<string>;
  /** `permalinks.lock`; absent if the blog has none. */
  lock: Lock | undefined;
  exists: (path: string) => boolean;
  /** Returns the owner's route at a path. */
  ownRoute: FindOwnRoute;
  text: (path: string) => string | undefined;
  size: (path: string) => number | undefined;
  /** Returns the characters of a text that no installed font for social cards has. */
  missingGlyphs: (text: string) => string[];
}
