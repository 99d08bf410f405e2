// npm run bench: what builds cost beside those of Hugo; docs/src/content/pages/explanation/speed.md says how it is measured.
//
//   npm run bench -- --posts 100,1000 --runs 3 --only cold,edit
//
// npm run bench:peers: the same beside other themes and generators, which it installs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportFailure } from '../../packages/octavo/src/terminal/report-failure.ts';
import { Progress } from '../../packages/octavo/src/terminal/progress.ts';
import { Packed } from '../packed.ts';
import { articles } from './articles.ts';
import { PEERS, type Contender, type ContenderName } from './builds/contender.ts';
import { hugo, hugoVersion } from './builds/hugo.ts';
import { goalsTable } from './builds/goals.ts';
import { endRunning, measuredRun } from './builds/measured-run.ts';
import { inTwoLanguages, octavo } from './builds/octavo.ts';
import { readOptions, type Options } from './builds/options.ts';
import { plot } from './builds/plot.ts';
import {
  costsTable,
  fullReport,
  number,
  peersReport,
  peersTable,
  ratiosTable,
  shortPeersTable,
} from './builds/report.ts';
import type { Result } from './builds/results.ts';
import { measureRounds } from './builds/rounds.ts';
import { machine } from './machine.ts';
import { install, installedPeer } from './peers/installed-peer.ts';
import { INSTALLED } from './peers/peers.ts';
import { weighSites } from './peers/weigh-sites.ts';
import { sizeOf } from './size-of.ts';
import { markdownTable, textTable } from './table.ts';
import { writeSection } from './write-section.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** Where the packages and all sites are; each run has its own. */
const folder = join(repository, `.cache/bench-builds-${process.pid}`);
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

async function bench({ sizes, scenarios, sites, peers, write }: Options): Promise<void> {
  const present = sites.filter(isInstalled);
  console.log(`${where}\n`);
  mkdirSync(folder, { recursive: true });
  const packed = new Packed(folder);
  // What is read for the first time is read from the disk.
  for (const site of make(present, WARM_UP, packed)) await measuredRun(site.command);
  const results: Result[] = [];
  for (const { posts, rounds } of sizes) {
    const made = make(present, posts, packed);
    const onStep = (step: string) => progress.show(`${number(posts)} posts: ${step} …`);
    const plan = { sites: made, posts: articles(posts), scenarios, rounds, onStep };
    const measured = await measureRounds(plan);
    const bytes = Object.fromEntries(made.map(({ name, output }) => [name, sizeOf(output)]));
    const weights = peers ? await weighSites(made, plan.posts[0]!.slug) : {};
    const result: Result = { posts, rounds, measured, sizes: bytes, weights };
    progress.clear();
    console.log(
      `${number(posts)} posts, ${rounds === 1 ? 'one run' : `medians of ${rounds} runs`}`,
    );
    console.log(`${textTable(peers ? peersTable(result) : costsTable(result))}\n`);
    results.push(result);
  }
  console.log(`${textTable(peers ? goalsTable(results) : ratiosTable(results))}`);
  if (write) await writeResults(results, peers);
}

/** Installs a site if it is not there; prints why that is not possible. */
function isInstalled(name: ContenderName): boolean {
  try {
    if ((name === 'hugo' || name === 'papermod') && version === undefined)
      throw new Error('no hugo on the PATH; on Debian: apt-get install hugo');
    const peer = INSTALLED[name];
    if (peer) install(name, peer);
    return true;
  } catch (error) {
    console.log(`${PEERS[name]}: not installed (${(error as Error).message.trim()})`);
    return false;
  }
}

/** Makes the sites anew. */
function make(names: readonly ContenderName[], posts: number, packed: Packed): Contender[] {
  const all = articles(posts);
  return names.map((name) => {
    const peer = INSTALLED[name];
    if (peer) return installedPeer(name, peer, all);
    if (name === 'hugo') return hugo(join(folder, 'hugo'), all);
    if (name === 'languages')
      return octavo(name, packed, inTwoLanguages(all), { languages: { de: {} } });
    return octavo(name, packed, all, name === 'lean' ? { search: false, cards: false } : {});
  });
}

/** What a killed build still writes is waited for. */
function removeSites(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function writeResults(results: readonly Result[], peers: boolean): Promise<void> {
  const [section, drawing] = peers ? ['peers', 'peers.svg'] : ['builds', 'speed.svg'];
  const report = peers ? peersReport(results, where) : fullReport(results, where);
  await writeSection('docs/src/content/pages/explanation/speed.md', section, report);
  if (peers) await writeSection('README.md', 'peers', markdownTable(shortPeersTable(results[0]!)));
  if (results.length > 1)
    writeFileSync(join(repository, 'docs/src/content/pages/explanation', drawing), plot(results));
}
