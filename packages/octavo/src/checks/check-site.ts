import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Content, SourceFile } from '../content/content-file.ts';
import { LOCK, parseLock } from '../addresses/lock/lock.ts';
import { findOwnRoute } from '../addresses/owner-routes.ts';
import { ownRoutes } from '../content/read-owner-routes.ts';
import type { Context } from '../settings/context.ts';
import type { Dependency } from '../markdown/document.ts';
import { engineFolder } from '../engine-folder.ts';
import { kindOf } from '../markdown/pictures/media.ts';
import { fontsFor, installedFonts, type Fonts } from '../cards/fonts.ts';
import { replacementFiles, unknownReplacements } from '../owner/overridable.ts';
import type { FindingInFile } from '../markdown/text-check.ts';
import type { Check, WholeSite } from './check.ts';
import { checks } from './all-checks.ts';
import { ignoreWarnings, ignoresOfFrontMatter, withoutIgnored } from '../content/ignores.ts';

/**
 * Returns the diagnostics of front matter and of the site as a whole, beyond the schemas;
 * `dependencies` are the queries of all bodies.
 */
export function checkSite(
  content: Content,
  context: Context,
  dependencies: readonly Dependency[],
): Diagnostic[] {
  const sources = [...content.sources.values()];
  const { settings } = context;
  const site = wholeSite(sources, context, dependencies);
  const diagnostics = checks
    .filter(({ id }) => settings.checks[id] !== false)
    .flatMap((check) => diagnosticsOf(check, site));
  const ignores = sources.flatMap(({ path, source }) => ignoresOfFrontMatter(path, source));
  // Diagnostics of a whole file are at its first line.
  const ofWhole = ignores.map((ignore) => ({ ...ignore, first: 1, last: 1 }));
  return [
    ...lockDiagnostics(site),
    ...unknownReplacements(site.replacements),
    ...withoutIgnored(diagnostics, [...ignores, ...ofWhole]),
    ...ignores.flatMap((ignore) =>
      ignoreWarnings(ignore, { file: ignore.file, ...ignore.position }),
    ),
  ];
}

function lockDiagnostics({ lock }: WholeSite): Diagnostic[] {
  return (lock?.diagnostics ?? []).map(({ line, severity, message }) => ({
    ...{ file: LOCK, line, column: 1, severity, message },
  }));
}

function diagnosticsOf(
  { id, severity, ofFrontMatter, ofSite }: Check,
  site: WholeSite,
): Diagnostic[] {
  const diagnostic = (
    { path }: Pick<SourceFile, 'path'>,
    { position, message, fix }: FindingInFile,
  ): Diagnostic => ({
    ...{ file: path, ...position, severity, message, rule: id },
    ...(fix && { fix }),
  });
  const ofFiles = site.sources.flatMap((file) =>
    (ofFrontMatter?.(file, site) ?? []).map((problem) => diagnostic(file, problem)),
  );
  const ofAll = (ofSite?.(site) ?? []).map((problem) => diagnostic(problem.file, problem));
  return [...ofFiles, ...ofAll];
}

function wholeSite(
  sources: readonly SourceFile[],
  { root, settings, now }: Context,
  dependencies: readonly Dependency[],
): WholeSite {
  const files = dependencies.filter(([question]) => question === 'exists' || question === 'text');
  const text = (path: string) => {
    const file = resolve(root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const locked = text(LOCK);
  let fonts: Fonts | undefined;
  return {
    ...{ sources, settings, now, text },
    lock: locked === undefined ? undefined : parseLock(locked),
    media: globSync('src/content/**/*.*', { cwd: root })
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => kindOf(path) !== undefined)
      .sort(),
    replacements: replacementFiles(root),
    usedFiles: new Set(files.map(([, path]) => path)),
    exists: (path) => existsSync(resolve(root, path)),
    ownRoute: findOwnRoute(ownRoutes(root)),
    size: (path) => statSync(resolve(root, path), { throwIfNoEntry: false })?.size,
    missingGlyphs: (text) => {
      fonts ??= installedFonts([root, engineFolder], settings.language);
      return fontsFor(text, fonts).missing;
    },
  };
}
