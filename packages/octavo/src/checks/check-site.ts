import type { Content } from '../content/content-file.ts';
import { ignoresOfFrontMatter, ignoreWarnings, withoutIgnored } from '../content/ignores.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dependency } from '../markdown/document.ts';
import { unknownReplacements } from '../owner/overridable.ts';
import type { Context } from '../settings/context.ts';
import { checks } from './all-checks.ts';
import { wholeSite, type Check, type WholeSite } from './check.ts';

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
  const site = wholeSite(sources, context, dependencies);
  const diagnostics = checks.flatMap((check) => diagnosticsOf(check, site));
  const ignores = sources.flatMap(({ path, source }) => ignoresOfFrontMatter(path, source));
  // Diagnostics of a whole file are at its first line.
  const ofWhole = ignores.map((ignore) => ({ ...ignore, first: 1, last: 1 }));
  return [
    ...(site.lock ? [...site.lock.fixable, ...site.lock.invalid] : []),
    ...unknownReplacements(site.replacements),
    ...withoutIgnored(diagnostics, [...ignores, ...ofWhole], context.settings),
    ...ignores.flatMap(ignoreWarnings),
  ];
}

function diagnosticsOf({ id, severity, ofFrontMatter, ofSite }: Check, site: WholeSite) {
  const ofFiles = site.sources.flatMap((file) =>
    (ofFrontMatter?.(file, site) ?? []).map((finding) => ({ path: file.path, ...finding })),
  );
  return [...ofFiles, ...(ofSite?.(site) ?? [])].map(
    ({ path, position, message, fix }): Diagnostic => ({
      ...{ file: path, ...position, severity, message, rule: id },
      ...(fix && { fix }),
    }),
  );
}
