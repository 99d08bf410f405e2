// Checks and builds random files, which no input may crash, until the time is over:
//
//   npm run fuzz -- [--minutes 60] [--seed 1] [--path 0:1] [--folder fuzz]
//
// A failure is reduced to the smallest files that fail alike, and printed with its seed and path.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { environment, octavoBin, TestSite } from '../site.ts';
import { randomFiles, sourceOf, type RandomFile } from './random-files.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
    folder: { type: 'string', default: 'fuzz' },
  },
});
/** In seconds of the processor: far more than any batch needs. */
const HANGS = 120;

let [batches, checked, built] = [0, 0, 0];
const property = fc.property(randomFiles, (files) => {
  const problem = problemOf(files);
  batches += 1;
  if (batches % 10 === 0) console.log(`${batches} batches: ${checked} checked, ${built} built`);
  if (problem !== undefined) throw new Error(problem);
});
const seed = Number(values.seed);
const result = fc.check(property, {
  ...{ seed, path: values.path ?? '', numRuns: Number.MAX_SAFE_INTEGER },
  interruptAfterTimeLimit: Number(values.minutes) * 60_000,
});
console.log(`${checked} files checked, ${built} built, seed ${seed}`);
if (result.counterexample) {
  const [files] = result.counterexample;
  console.log(`--seed ${seed} --path ${result.counterexamplePath}`);
  for (const file of files) console.log(`${file.format} ${JSON.stringify(sourceOf(file))}`);
  console.log(String((result.errorInstance as Error).message));
  process.exitCode = 1;
}

/** Returns how a command fails with files other than by diagnostics; `undefined` where none does. */
function problemOf(files: readonly RandomFile[]): string | undefined {
  const site = new TestSite(values.folder, { files: {} });
  const names = new Map(
    files.map((file, index) => [`content/posts/${index}.${file.format}`, sourceOf(file)]),
  );
  for (const [name, source] of names) site.write(name, source);
  checked += files.length;
  for (;;) {
    const check = run(site, 'check', '--json');
    if (check.problem !== undefined) return check.problem;
    const { diagnostics } = JSON.parse(check.stdout) as {
      diagnostics: { file: string; severity: string }[];
    };
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) break;
    const wrong = new Set(errors.map(({ file }) => file.replace(/^src\//, '')));
    const known = [...wrong].filter((name) => names.delete(name));
    if (known.length === 0) return `errors elsewhere:\n${check.stdout}`;
    for (const name of known) site.remove(name);
  }
  built += names.size;
  const build = run(site, 'build');
  return (
    build.problem ?? (build.status === 0 ? undefined : `only the build fails:\n${build.stdout}`)
  );
}

function run({ folder }: TestSite, ...args: string[]) {
  const limited = ['-c', `ulimit -t ${HANGS} && exec "$0" "$@"`, process.execPath, octavoBin];
  const options = {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  } as const;
  const { status, signal, stdout, stderr } = spawnSync('sh', [...limited, ...args], options);
  const output = `octavo ${args.join(' ')}: ${signal ?? status}\n${stderr}`;
  const isCrash = status === null || status > 1 || /^ {4}at .*\d:\d/m.test(stderr + stdout);
  const problem = isCrash ? `${output}${stdout.slice(-3000)}` : undefined;
  return { status, stdout: stdout + (args[0] === 'build' ? stderr : ''), problem };
}
