// Changes the code of the engine in many small ways (mutants) and prints the changes that the unit
// tests of the same folder do not notice: npm run mutants -- words policy/policy.ts
//
// A mutant is active while a test runs, not while the tests of a file are collected: it survives if
// only the collection calls the code. A run reuses the results of the last one for unchanged code and
// tests; delete .cache/mutants/ after a change of a function that tests share.
//
// Stryker is large, and installed in a folder of its own on the first run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folders and files of packages/octavo/src/ that hold rules. */
const RULES = [
  'html',
  'diagnostics',
  'words',
  'addresses',
  'settings',
  'content',
  'blog',
  'policy/policy.ts',
  'build/page-cache.ts',
  'build/replace-site.ts',
  'redirects',
  'checks',
  'feeds',
  'search/index',
  'head',
  'sitemap',
];

/** https://stryker-mutator.io/docs/mutation-testing-elements/mutant-states-and-metrics/ */
interface Mutant {
  status: string;
}

interface Stryker {
  runMutationTest(): Promise<Mutant[]>;
}

if (import.meta.main) await run(process.argv.slice(2));

async function run(paths: readonly string[]): Promise<void> {
  const { Stryker } = await loadStryker();
  const scores: string[] = [];
  for (const path of paths.length > 0 ? paths : RULES) {
    const start = performance.now();
    const mutants = await new Stryker(optionsOf(path)).runMutationTest();
    const seconds = Math.round((performance.now() - start) / 1000);
    scores.push(`${path}: ${score(mutants)}, ${seconds} s`);
  }
  for (const line of scores) console.log(line);
}

/** Returns the share of mutants that a test notices. */
function score(mutants: readonly Mutant[]): string {
  const of = (...states: string[]) =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const [killed, survived] = [of('Killed', 'Timeout'), of('Survived', 'NoCoverage')];
  const percent = ((100 * killed) / (killed + survived)).toFixed(1);
  return `${percent} % of ${killed + survived} mutants killed`;
}

/** Returns the options for a folder or file of packages/octavo/src/. */
function optionsOf(path: string): object {
  const folder = extname(path) === '' ? path : dirname(path);
  const files = folder === path ? `${path}/**/*.ts` : path;
  return {
    mutate: [`packages/octavo/src/${files}`],
    testRunner: 'vitest',
    vitest: {
      configFile: 'scripts/mutants/vitest.config.ts',
      dir: `packages/octavo/tests/${folder}`,
    },
    concurrency: 1,
    coverageAnalysis: 'perTest',
    // A mutant of code that runs on import needs all modules loaded again for each test.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `.cache/mutants/${path.replaceAll('/', '-')}.json`,
    tempDirName: '.cache/mutants/sandbox',
    ignorePatterns: [
      '/dist*',
      '/.astro',
      '/.cache',
      '/src',
      '/tests/bench',
      '/scripts/mutants/node_modules',
    ],
    // Node strips the types; Stryker would add a comment to each file.
    disableTypeChecks: false,
    reporters: ['clear-text'],
    clearTextReporter: { reportTests: false },
  };
}

async function loadStryker(): Promise<{ Stryker: new (options: object) => Stryker }> {
  const folder = join(import.meta.dirname, basename(import.meta.filename, '.ts'));
  if (!existsSync(`${folder}/node_modules/.package-lock.json`)) {
    const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' } as const;
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], options);
    if (status !== 0) throw new Error('Stryker could not be installed');
  }
  const path = createRequire(`${folder}/package.json`).resolve('@stryker-mutator/core');
  return (await import(pathToFileURL(path).href)) as Awaited<ReturnType<typeof loadStryker>>;
}
