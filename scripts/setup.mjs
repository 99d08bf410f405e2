// Installs the locked packages where they are absent or stale, and does nothing otherwise.
// Plain JavaScript without dependencies: it runs on Node 20.19 and later, before anything
// is installed. The packages bring the Node that everything after this runs on.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = [24, 16];
const root = fileURLToPath(new URL('..', import.meta.url));

if (isStale()) install();
requireNode();

/** True where node_modules is not what package-lock.json says. */
function isStale() {
  const locked = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(locked).some(([path, wanted]) => {
    if (path === '') return false;
    const present = installed[path];
    if (!present) return !wanted.optional || isForThisMachine(wanted);
    return present.version !== wanted.version || present.integrity !== wanted.integrity;
  });
}

/** The `packages` of a lock file by path; empty where there is no such file. */
function readPackages(file) {
  const path = root + file;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** True for an optional package that npm surely installs here (a libc is npm's to judge). */
function isForThisMachine({ os, cpu, libc }) {
  return !libc && [os].flat().includes(process.platform) && [cpu].flat().includes(process.arch);
}

function install() {
  console.log('Installing the locked packages …');
  // Warnings about engines are left out: they speak of the Node that only installs.
  const options = ['--include=dev', '--include=optional', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', ...options], { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

/** Ends the process where neither the packages nor the machine have a Node that is new enough. */
function requireNode() {
  if (existsSync(`${root}node_modules/.bin/node`)) return;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return;
  console.error(
    `Node ${NODE_NEEDED.join('.')} or later is needed; this is ${process.version}, and no package ` +
      `brings a Node for ${process.platform} on ${process.arch}. Install one: https://nodejs.org/`,
  );
  process.exit(1);
}
