import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Progress } from 'octavo/internal/terminal/progress';
import { EXAMPLES, placeholderContent, remove, SETTINGS } from './write/example-content.ts';
import type { ImportedFile, ImportedSite } from './imported-site.ts';
import type { Importable } from './recognize.ts';
import { buildSite, type GivenSettings } from './site/build-site.ts';
import { ImportError } from './import-error.ts';
import { isOctavosIcon } from './write/octavo-icons.ts';
import { checkImport, checkLines } from './write/check-import.ts';
import { planFiles } from './write/plan.ts';
import { redirectPages, redirectRules } from './write/redirects.ts';
import { REPORT, reportFile, reportLines } from './write/report.ts';
import { settingsSource } from './write/settings-source.ts';
import { ADDRESSES, addressList } from './write/verify.ts';
import { carryOut, readManifest } from './write/write.ts';

interface Options {
  system: Importable;
  /** Writes nothing. */
  dryRun: boolean;
  /** Overwrites what was edited. */
  force: boolean;
  /** What shortcodes become, by their names. */
  shortcodes: ReadonlyMap<string, string>;
  /** Settings that hold before those of the old blog. */
  settings: GivenSettings;
}

/** Imports an old blog, a folder or file, into the Octavo blog in a folder, and prints a report. */
export async function importBlog(old: string, root: string, given: Options): Promise<void> {
  const { system, dryRun, force, shortcodes, settings } = given;
  const progress = new Progress();
  const options = {
    shortcodes,
    given: settings,
    now: Date.now(),
    machineZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    progress: (text: string) => progress.show(text),
  };
  const site = buildSite(system.read(old, options), options);
  if (site.counts.posts + site.counts.pages === 0)
    throw new ImportError('no posts and no pages in the old blog; nothing was written');
  const placeholders = placeholderContent(root);
  const written = readManifest(root);
  const files = allFiles(site, root);
  const replaceable = new Set([
    ...placeholders.paths,
    ...(placeholders.settings ? [SETTINGS] : []),
    ...files.flatMap(({ path }) => (isReplaceable(path, root) ? [path] : [])),
  ]);
  const plan = planFiles(root, files, { written, force, replaceable });
  const proposed = plan.edited.includes(SETTINGS) ? settingsSource(site.settings) : undefined;
  const imported = { site, plan, dryRun, proposed };
  if (!dryRun) {
    const made = new Set(files.map(({ path }) => path));
    remove(
      root,
      placeholders.paths.filter((path) => !made.has(path)),
    );
    if (placeholders.paths.length > 0) rmSync(join(root, EXAMPLES), { force: true });
    // The URLs of placeholders were never published.
    if (placeholders.isAll) rmSync(join(root, 'permalinks.lock'), { force: true });
    carryOut(root, plan, written, (done) =>
      progress.show(`Wrote ${done} of ${plan.write.length} files`),
    );
    writeFileSync(join(root, ADDRESSES), addressList(site.addresses));
  }
  const checked = dryRun ? undefined : await checkImport(root, site, (text) => progress.show(text));
  if (checked) writeFileSync(join(root, REPORT), reportFile(imported, checked.known));
  progress.clear();
  console.log([...reportLines(imported), ...(checked ? checkLines(checked) : [])].join('\n'));
  if (checked?.errors.length) process.exitCode = 1;
  printNext(placeholders.paths.length, dryRun, proposed);
}

function printNext(placeholders: number, dryRun: boolean, proposed: string | undefined): void {
  if (placeholders > 0)
    console.log(
      `\n${dryRun ? 'Would remove' : 'Removed'} the example content: ${placeholders} files.`,
    );
  if (proposed !== undefined)
    console.log(`\nKept ${SETTINGS}; compare it with the settings in ${REPORT}.`);
  if (dryRun) return console.log('\nNothing was written.');
  console.log(
    '\nNext: npm run build, then this command with --check, which requests every old URL.',
  );
}

/** Content and settings, and the redirects of old URLs. */
function allFiles(site: ImportedSite, root: string): ImportedFile[] {
  const { settings, addresses, files, redirectsFile } = site;
  const rulesFile = join(root, 'public/_redirects');
  const owner = existsSync(rulesFile) ? readFileSync(rulesFile, 'utf8') : undefined;
  const before = owner ?? (redirectsFile ? readFileSync(redirectsFile, 'utf8') : '');
  const rules = redirectRules(before, addresses, settings);
  return [
    { path: SETTINGS, content: settingsSource(settings) },
    ...files,
    ...redirectPages(addresses, settings),
    ...(rules === '' ? [] : [{ path: 'public/_redirects', content: rules }]),
  ];
}

/** `_redirects` keeps what its owner wrote; Octavo's own icons give way to those of the blog. */
function isReplaceable(path: string, root: string): boolean {
  return path === 'public/_redirects' || isOctavosIcon(join(root, path), path);
}
