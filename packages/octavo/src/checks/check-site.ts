import type { Content, SourceFile } from '../content/content-file.ts';
import { ignoresOfFrontMatter, ignoreWarnings, withSettings } from '../content/ignores.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isHidden, publishedFirst } from '../content/published.ts';
import type { Rendering } from '../markdown/render.ts';
import { unknownReplacements } from '../owner/overridable.ts';
import type { Context } from '../settings/context.ts';
import { unexpectedError } from '../diagnostics/unexpected-error.ts';
import { siteChecks } from './all-checks.ts';
import { withBaseline } from './baseline.ts';
import { wholeSite, type Check, type SiteFinding, type WholeSite } from './check.ts';

/** The diagnostics of a text, and its queries about the site. */
export interface CheckedText extends Pick<Rendering, 'diagnostics' | 'dependencies'> {
  /** The file whose body it is; absent for a setting. */
  source?: SourceFile;
}

/** Returns the diagnostics of front matter, of the site as a whole and of all bodies, sorted; known ones are marked. */
export function checkSite(content: Content, context: Context, texts: readonly CheckedText[]) {
  const sources = publishedFirst(content.sources.values(), context);
  const dependencies = texts.flatMap((text) => text.dependencies);
  const site = wholeSite(content, sources, context, dependencies);
  const ignores = sources.flatMap(({ path, source }) => ignoresOfFrontMatter(path, source));
  const diagnostics = [
    ...content.diagnostics,
    ...(site.lock ? [...site.lock.fixable, ...site.lock.invalid] : []),
    ...unknownReplacements(site.replacements),
    ...siteChecks.flatMap((check) => diagnosticsOf(check, site)),
    ...ignores.flatMap(ignoreWarnings),
  ];
  const ofSite = withSettings(diagnostics, ignores, context.settings);
  const soften = (source: SourceFile | undefined, found: Diagnostic): Diagnostic =>
    source && isHidden(source, context) && found.rule !== 'permalink-lost'
      ? { ...found, severity: 'warning' }
      : found;
  const all = [
    ...ofSite.map((found) => soften(content.sources.get(found.file), found)),
    ...texts.flatMap(({ source, diagnostics }) =>
      diagnostics.map((found) => soften(source, found)),
    ),
  ];
  return sortDiagnostics(withBaseline(all, context));
}

const START = { line: 1, column: 1 };

function diagnosticsOf({ id, ofFrontMatter, ofSite }: Check, site: WholeSite): Diagnostic[] {
  const diagnostic = ({ path, position = START, message, fix }: SiteFinding): Diagnostic => ({
    ...diagnosticOf(id, { file: path, ...position }, message),
    ...(fix && { fix }),
  });
  const ofFiles = site.sources.flatMap((file) => {
    try {
      const findings = ofFrontMatter?.(file, site) ?? [];
      return findings.map((finding) => diagnostic({ ...finding, path: file.path }));
    } catch (error) {
      return unexpectedError(file.path, error);
    }
  });
  return [...ofFiles, ...(ofSite?.(site) ?? []).map(diagnostic)];
}
