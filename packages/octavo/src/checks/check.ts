import type { CheckId } from '../blog/check-ids.ts';
import type { Diagnostic, Fix } from '../blog/diagnostics.ts';
import type { Position } from '../blog/front-matter.ts';
import type { Reading } from '../blog/library.ts';
import type { Lock } from '../blog/lock.ts';
import type { FindOwnRoute } from '../blog/own-routes.ts';
import type { Settings } from '../blog/settings.ts';
import type { WrittenText } from './written-text.ts';

/** A mistake that authors can make, and how it is found: in a text, in front matter, in the whole. */
export interface Check {
  id: CheckId;
  severity: Diagnostic['severity'];
  /** What is wrong, for the list in docs/checks.md. */
  about: string;
  /** What `--fix` does about it, where that is certain. */
  mends?: string;
  /** Reads one text; what it asks of the rest of the site is recorded. */
  ofText?: (text: WrittenText) => Finding[];
  /** Reads the front matter of one file. */
  ofFrontMatter?: (file: Reading, site: WholeSite) => FindingInFile[];
  /** Looks at all files beside one another. */
  ofSite?: (site: WholeSite) => (FindingInFile & { file: Pick<Reading, 'path'> })[];
}

/** Something that is wrong in a text. */
interface Finding {
  /** In the text that was parsed. */
  place: Position | undefined;
  message: string;
}

/** Something that is wrong with a file, at a place of it. */
export interface FindingInFile {
  place: Position;
  message: string;
  fix?: Fix | undefined;
}

/** All content, and what stands beside it. */
export interface WholeSite {
  readings: readonly Reading[];
  settings: Settings;
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
