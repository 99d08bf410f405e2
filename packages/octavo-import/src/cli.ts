// npm run import -- ../my-hugo-blog: brings a blog over that was made with Hugo.
// npm run import -- --check: looks up in the built site every address that the old one had.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasConfig } from './hugo/config-files.ts';
import { importHugo } from './hugo/import-hugo.ts';
import type { ImportedFile, ImportedSite } from './imported-site.ts';
import { isOctavosIcon } from './octavo-icons.ts';
import { planFiles } from './plan.ts';
import { redirectPages, redirectRules } from './redirects.ts';
import { reportFile, reportLines } from './report.ts';
import { settingsSource } from './settings-source.ts';
import { ADDRESSES, addressList, deadAddresses, readAddressList } from './verify.ts';
import { carryOut, readManifest } from './write.ts';
import { createProgram, runProgram } from 'octavo/internal/cli/program';
import { UsageError } from 'octavo/internal/cli/usage-error';
import {
  digests,
  EXAMPLES,
  readExamples,
  remove,
  SETTINGS,
  sortContent,
} from './example-content.ts';
import { Progress } from 'octavo/internal/cli/progress';
import { projectRoot } from 'octavo/internal/project-root';

const REPORT = 'import-report.md';

interface Options {
  dryRun?: boolean;
  force?: boolean;
  check?: boolean;
}

const program = createProgram('npm run import --', 'Imports a Hugo blog.')
  .argument('[folder...]', 'the folder of the old blog')
  .option('--dry-run', 'report what an import would write, and write nothing')
  .option('--force', 'overwrite files and settings that you edited since the last import')
  .option('--check', 'report old URLs that the built site does not have')
  .action(run);
await runProgram(program, process.argv.slice(2));

async function run(
  folders: string[],
  { dryRun = false, force = false, check }: Options,
): Promise<void> {
  if (check) return checkAddresses();
  const folder = sourceFolder(folders);
  const progress = new Progress();
  const site = importHugo(folder, {
    now: Date.now(),
    machineZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    progress: (text) => progress.show(text),
  });
  await write(site, { folder, dryRun, force }, progress);
}

/** The folder of the old blog, in which its configuration is. */
function sourceFolder([given, ...others]: string[]): string {
  if (given === undefined)
    throw new UsageError('say where the old blog is: npm run import -- ../my-hugo-blog');
  if (others.length > 0)
    throw new UsageError(`one blog is imported at a time; ${others.join(' ')} says nothing to it`);
  const folder = resolve(given);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`there is no folder ${given}`);
  if (!hasConfig(folder))
    throw new UsageError(
      `${given} is no Hugo site: it has no hugo.toml, config.toml, .yaml, .json or config/_default/`,
    );
  return folder;
}

interface Wish {
  /** The old blog's. */
  folder: string;
  dryRun: boolean;
  force: boolean;
}

async function write(site: ImportedSite, { folder, dryRun, force }: Wish, progress: Progress) {
  const examples = exampleContent();
  const written = readManifest(projectRoot);
  const files = allFiles(site, folder);
  const replaceable = new Set([
    ...examples.paths,
    ...(examples.settings ? [SETTINGS] : []),
    ...files.flatMap(({ path }) => (isReplaceable(path) ? [path] : [])),
  ]);
  const plan = planFiles(projectRoot, files, { written, force, replaceable });
  const proposed = plan.edited.includes(SETTINGS) ? settingsSource(site.settings) : undefined;
  const imported = { site, plan, dryRun, proposed };
  if (!dryRun) {
    const made = new Set(files.map(({ path }) => path));
    remove(
      projectRoot,
      examples.paths.filter((path) => !made.has(path)),
    );
    if (examples.paths.length > 0) rmSync(join(projectRoot, EXAMPLES), { force: true });
    // Addresses that were promised to nobody.
    if (examples.isAll) rmSync(join(projectRoot, 'permalinks.lock'), { force: true });
    carryOut(projectRoot, plan, written, (done) =>
      progress.show(`Wrote ${done} of ${plan.write.length} files`),
    );
    writeFileSync(join(projectRoot, ADDRESSES), addressList(site.addresses));
    writeFileSync(join(projectRoot, REPORT), reportFile(imported));
  }
  progress.clear();
  console.log(reportLines(imported).join('\n'));
  tellNext(examples.paths.length, dryRun, proposed);
}

function tellNext(examples: number, dryRun: boolean, proposed: string | undefined) {
  if (examples > 0)
    console.log(
      `\nThe example content, ${examples} files, ${dryRun ? 'would be' : 'was'} taken away.`,
    );
  if (proposed !== undefined)
    console.log(`\n${SETTINGS} was kept; ${REPORT} has settings to compare it with.`);
  if (dryRun) return console.log('\nNothing was written.');
  console.log(
    '\nWhat is next: npm run check; npm run build; npm run import -- --check looks up every old address.',
  );
}

/** The example content that is as it was. */
function exampleContent(): { paths: string[]; settings: boolean; isAll: boolean } {
  const known = readExamples(projectRoot);
  if (!known) return { paths: [], settings: false, isAll: false };
  const { examples, own, settings } = sortContent(digests(projectRoot), known);
  return { paths: examples, settings, isAll: own.length === 0 };
}

/** Content and settings, and what leads on from old addresses. */
function allFiles(site: ImportedSite, folder: string): ImportedFile[] {
  const { settings, addresses, files } = site;
  const rulesFile = join(projectRoot, 'public/_redirects');
  const owner = existsSync(rulesFile) ? readFileSync(rulesFile, 'utf8') : undefined;
  const oldRules = join(folder, 'static/_redirects');
  const before = owner ?? (existsSync(oldRules) ? readFileSync(oldRules, 'utf8') : '');
  const rules = redirectRules(before, addresses, settings);
  return [
    { path: SETTINGS, content: settingsSource(settings) },
    ...files,
    ...redirectPages(addresses, settings),
    ...(rules === '' ? [] : [{ path: 'public/_redirects', content: rules }]),
  ];
}

/** `_redirects` keeps what its owner wrote; Octavo's own icons give way to those of the blog. */
function isReplaceable(path: string): boolean {
  return path === 'public/_redirects' || isOctavosIcon(join(projectRoot, path), path);
}

async function checkAddresses(): Promise<void> {
  const list = join(projectRoot, ADDRESSES);
  if (!existsSync(list)) throw new UsageError(`there is no ${ADDRESSES}; import a blog first`);
  const dist = join(projectRoot, 'dist');
  if (!existsSync(dist)) throw new UsageError('there is no built site; npm run build makes it');
  const { site } = await import('octavo/internal/blog/settings');
  const addresses = readAddressList(readFileSync(list, 'utf8'));
  const dead = deadAddresses(dist, addresses, site.base);
  if (dead.length === 0) return console.log(`All ${addresses.length} old addresses answer.`);
  console.log(
    `${dead.join('\n')}\n\n${dead.length} of ${addresses.length} old addresses answer nothing.`,
  );
  process.exitCode = 1;
}
