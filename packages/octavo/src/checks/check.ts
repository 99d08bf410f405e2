import { globSync } from 'node:fs';
import { join } from 'node:path';
import { withSlashes } from '../file-path.ts';
import { LOCK, parseLock } from '../addresses/lock/lock.ts';
import { findOwnRoute } from '../addresses/owner-routes.ts';
import { installedFonts, missingGlyphs, type Fonts } from '../cards/fonts.ts';
import type { Content, SourceFile } from '../content/content-file.ts';
import { fontFiles } from '../content/font-files.ts';
import { ignoredFiles } from '../content/ignored-files.ts';
import { ownRoutes } from '../content/read-owner-routes.ts';
import { readText } from '../content/read-text.ts';
import type { CheckId } from '../diagnostics/check-ids.ts';
import type { Position } from '../diagnostics/diagnostic.ts';
import { engineFolder } from '../engine-folder.ts';
import { filesBelow, type Dependency } from '../markdown/document.ts';
import { kindOf } from '../markdown/pictures/media.ts';
import { isLocated } from '../markdown/pictures/picture-metadata.ts';
import type { FindingInFile } from '../markdown/text-check.ts';
import { replacementFiles } from '../owner/overridable.ts';
import type { Context } from '../settings/context.ts';

/** A check of the front matter of a file, or of the whole site. */
export interface Check {
  id: CheckId;
  /** Checks the front matter of one file. */
  ofFrontMatter?: (file: SourceFile, site: WholeSite) => FindingInFile[];
  /** Checks all files together. */
  ofSite?: (site: WholeSite) => SiteFinding[];
}

/** A problem in the file at a path; by default of the whole file. */
export interface SiteFinding extends Omit<FindingInFile, 'position'> {
  path: string;
  position?: Position;
}

/** The content and files of a site; paths are relative to the blog's root folder. */
export type WholeSite = ReturnType<typeof wholeSite>;

/** Returns the content and files of a site; `dependencies` are the queries of all bodies. */
export function wholeSite(
  content: Content,
  sources: readonly SourceFile[],
  { root, settings, now }: Context,
  dependencies: readonly Dependency[],
) {
  const used = dependencies.filter(([question]) => ['exists', 'isFile', 'text'].includes(question));
  const published = [...new Set([...publicFiles(root), ...used.map(([, path]) => path)])].sort();
  const included = new Set(used.flatMap(([question, path]) => (question === 'text' ? path : [])));
  const files = filesBelow(root);
  const locked = files.exists(LOCK) ? readText(root, LOCK) : undefined;
  let fonts: Fonts | undefined;
  const drawn = new Set<string>();
  return {
    ...{ ...files, content, sources, settings, now },
    /** `permalinks.lock`; absent if the blog has none. */
    lock: locked && {
      ...parseLock(locked.text),
      ...(locked.problem && { invalid: [locked.problem] }),
    },
    /** The pictures, videos and sounds below src/content/. */
    media: globSync('src/content/**/*.*', { cwd: root })
      .map((path) => withSlashes(path))
      .filter((path) => kindOf(path) !== undefined)
      .sort(),
    /** The files of the setting `fonts` that cannot be used. */
    fonts: fontFiles({ root, settings }).filter(({ problem }) => problem !== undefined),
    /** The files that look like content, and are neither read nor included in content. */
    ignored: ignoredFiles(root, settings).filter(({ path }) => !included.has(path)),
    /** The files in `src/overrides/` and `src/slots/`. */
    replacements: replacementFiles(root),
    /** The files that bodies show or include. */
    usedFiles: new Set(used.map(([, path]) => path)),
    /** The published pictures and videos with the position where they were taken. */
    located: published.filter((path) => MAY_BE_LOCATED.test(path) && isLocated(join(root, path))),
    publicPages: published.filter((path) => /^public\/.*\.html$/.test(path)),
    svgFiles: published.filter((path) => /\.svg$/i.test(path)),
    /** Returns the owner's route at a path. */
    ownRoute: findOwnRoute(ownRoutes(root)),
    /** Returns the characters of a text that no installed font for social cards has. */
    missingGlyphs: (title: string) => {
      const others = new Set(title).difference(drawn);
      fonts ??= installedFonts([root, engineFolder], settings.language);
      const missing = missingGlyphs([...others].join(''), fonts);
      for (const character of others.difference(new Set(missing))) drawn.add(character);
      return missing;
    },
  };
}

/** JPEG, PNG and WebP files of `src/` are published without their metadata. */
const MAY_BE_LOCATED =
  /^public\/.*\.(?:jpe?g|png|webp)$|\.(?:avif|gif|hei[cf]|mov|mp4|tiff?|webm)$/i;

function publicFiles(root: string): string[] {
  return globSync('public/**/*.*', { cwd: root }).map((path) => withSlashes(path));
}
