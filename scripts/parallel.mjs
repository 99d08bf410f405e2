// Runs npm scripts at the same time, and prints the output of each when it ends:
// node scripts/parallel.mjs types lint
import { spawn } from 'node:child_process';

/** Runs an npm script; returns whether it succeeded. */
function run(script) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn('npm', ['run', '--silent', script], { shell: windows });
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(output));
      resolve(status === 0);
    });
  });
}

const succeeded = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = succeeded.every(Boolean) ? 0 : 1;
