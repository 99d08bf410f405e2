// Runs npm scripts at the same time: node scripts/parallel.mjs types lint vitest --project build
//
// The last one gets the options and prints as it runs; the output of the others follows.
import { spawn } from 'node:child_process';

/** Runs an npm script with options; returns whether it succeeded, and its output if it is piped. */
function run(script, options, stdio) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const args = ['run', '--silent', script, ...(options.length > 0 ? ['--', ...options] : [])];
    const child = spawn('npm', args, { shell: windows, stdio });
    const output = [];
    child.stdout?.on('data', (data) => output.push(data));
    child.stderr?.on('data', (data) => output.push(data));
    child.on('close', (status) =>
      resolve({ succeeded: status === 0, output: Buffer.concat(output) }),
    );
  });
}

const args = process.argv.slice(2);
const firstOption = args.findIndex((arg) => arg.startsWith('-'));
const scripts = firstOption === -1 ? args : args.slice(0, firstOption);
const options = args.slice(scripts.length);
const last = scripts.pop();

const results = await Promise.all([
  run(last, options, 'inherit'),
  ...scripts.map((script) => run(script, [], 'pipe')),
]);
for (const { output } of results) process.stdout.write(output);
process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
