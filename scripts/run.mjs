// Runs a command of the installed packages: node scripts/run.mjs octavo build
//
// First installs what is missing or stale: the locked packages and, if the installed Node is too
// old, the Node of scripts/node/. Plain JavaScript without dependencies, for Node 20.19 and later.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = [24, 16];
const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

if (isStale(root)) install(root, 'the packages');
const folders = [join(root, 'node_modules/.bin'), ...nodeFolders()];
const PATH = [...folders, process.env.PATH].join(delimiter);
const [command, ...args] = process.argv.slice(2);
const { status, signal } = spawnSync(command, windows ? args.map(quoted) : args, {
  env: { ...process.env, PATH },
  stdio: 'inherit',
  shell: windows,
});
process.exit(signal ? 1 : (status ?? 1));

/** Returns an argument as cmd passes it on: Node joins them by spaces. */
function quoted(argument) {
  return /^[\w./:=@-]+$/.test(argument) ? argument : `"${argument.replaceAll('"', '\\"')}"`;
}

/** Returns the folder of the Node to use if the installed one is too old. */
function nodeFolders() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return [];
  const folder = join(root, 'scripts/node');
  if (isStale(folder)) install(folder, `Node ${NODE_NEEDED.join('.')}`);
  const bin = join(folder, 'node_modules/.bin');
  if (existsSync(join(bin, 'node'))) return [bin];
  console.error(
    `Octavo needs Node ${NODE_NEEDED.join('.')} or later; this is ${process.version}, and npm has no ` +
      `package of Node for ${process.platform} on ${process.arch}. Install one: https://nodejs.org/`,
  );
  process.exit(1);
}

/** True where node_modules differs from package-lock.json. */
function isStale(folder) {
  const locked = readPackages(join(folder, 'package-lock.json'));
  const installed = readPackages(join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(locked).some(([path, wanted]) => {
    // The root and the workspaces are folders of the repository.
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false;
    const present = installed[path];
    if (!present) return !wanted.optional || isForThisMachine(wanted);
    return present.version !== wanted.version || present.integrity !== wanted.integrity;
  });
}

/** Returns the `packages` of a lock file by path; empty without the file. */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** True for an optional package that npm installs on this platform; only npm detects the libc. */
function isForThisMachine({ os, cpu, libc }) {
  return !libc && [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

function install(folder, what) {
  console.log(`Installing ${what} …`);
  // Errors only: warnings about engines are about the Node that installs, not the one that runs.
  const options = ['--include=dev', '--include=optional', '--loglevel=error'];
  const { status } = spawnSync('npm', ['ci', ...options], {
    cwd: folder,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) process.exit(status ?? 1);
}
