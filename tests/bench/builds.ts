// npm run bench: what builds cost beside those of Hugo; docs/speed.md says how it is measured.
//
//   npm run bench -- --posts 100,1000 --runs 3 --only cold,edit
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportFailure } from '../../packages/octavo/src/terminal/report-failure.ts';
import { Progress } from '../../packages/octavo/src/terminal/progress.ts';
import { articles } from './articles.ts';
import type { Contender, ContenderName } from './builds/contender.ts';
import { hugo, hugoVersion } from './builds/hugo.ts';
import { limitsTable, number } from './builds/limits.ts';
import { endRunning, measuredRun } from './builds/measured-run.ts';
import { octavo } from './builds/octavo.ts';
import { readOptions, type Options } from './builds/options.ts';
import { plot } from './builds/plot.ts';
import { costsTable, fullReport, ratiosTable } from './builds/report.ts';
import type { Result } from './builds/results.ts';
import { measureRounds } from './builds/rounds.ts';
import { machine } from './machine.ts';
import { textTable } from './table.ts';
import { writeSection } from './write-section.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** Where all sites are, below the folder of the tests' sites; each run has its own. */
const SITES = `bench-builds-${process.pid}`;
const folder = join(repository, '.cache', 'sites', SITES);
const WARM_UP = 10;

const progress = new Progress();
const version = hugoVersion();
const where = `${machine()}, ${version === undefined ? 'without Hugo' : `Hugo ${version}`}`;

for (const [signal, status] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    endRunning();
    removeSites();
    process.exit(status);
  });

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  progress.clear();
  reportFailure(error);
} finally {
  removeSites();
}

async function bench({ sizes, scenarios, sites, write }: Options): Promise<void> {
  const present = sites.filter((site) => site !== 'hugo' || version !== undefined);
  if (present.length < sites.length)
    console.log('Hugo is not installed (on Debian: apt-get install hugo): it is left out.');
  console.log(`${where}\n`);
  // What is read for the first time is read from the disk.
  for (const site of make(present, WARM_UP)) await measuredRun(site.command);
  const results: Result[] = [];
  for (const { posts, rounds } of sizes) {
    const made = make(present, posts);
    const onStep = (step: string) => progress.show(`${number(posts)} posts: ${step} …`);
    const plan = { sites: made, posts: articles(posts), scenarios, rounds, onStep };
    const result: Result = { posts, rounds, measured: await measureRounds(plan) };
    progress.clear();
    console.log(
      `${number(posts)} posts, ${rounds === 1 ? 'one run' : `medians of ${rounds} runs`}`,
    );
    console.log(`${textTable(costsTable(result))}\n`);
    results.push(result);
  }
  console.log(`${textTable(ratiosTable(results))}\n\n${textTable(limitsTable(results))}`);
  if (write) await writeResults(results);
}

/** Makes the sites anew in their folder, which holds no others. */
function make(names: readonly ContenderName[], posts: number): Contender[] {
  removeSites();
  const all = articles(posts);
  const makers: Record<ContenderName, () => Contender> = {
    octavo: () => octavo('octavo', SITES, all),
    lean: () => octavo('lean', SITES, all, { search: false, cards: false }),
    hugo: () => hugo(join(folder, 'hugo'), all),
  };
  return names.map((name) => makers[name]());
}

/** What a killed build still writes is waited for. */
function removeSites(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function writeResults(results: readonly Result[]): Promise<void> {
  await writeSection('docs/speed.md', 'builds', fullReport(results, where));
  if (results.length > 1) writeFileSync(join(repository, 'docs', 'speed.svg'), plot(results));
}
