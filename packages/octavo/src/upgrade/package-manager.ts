import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface PackageManager {
  name: string;
  locks: readonly string[];
  /** The arguments that update octavo within the range of package.json. */
  update: readonly string[];
  /** The command that installs a package at a version. */
  add: string;
}

const MANAGERS: readonly [PackageManager, ...PackageManager[]] = [
  {
    name: 'npm',
    locks: ['package-lock.json', 'npm-shrinkwrap.json'],
    update: ['update', 'octavo'],
    add: 'install',
  },
  { name: 'pnpm', locks: ['pnpm-lock.yaml'], update: ['update', 'octavo'], add: 'add' },
  // Classic and modern Yarn have no command in common that updates within the range.
  { name: 'yarn', locks: ['yarn.lock'], update: ['add', 'octavo'], add: 'add' },
  { name: 'bun', locks: ['bun.lock', 'bun.lockb'], update: ['update', 'octavo'], add: 'add' },
];

/** Returns the package manager of the nearest lock file in the parent folders, and that file; npm by default. */
export function packageManagerOf(root: string): { manager: PackageManager; lock?: string } {
  for (let folder = root; ; folder = dirname(folder)) {
    for (const manager of MANAGERS) {
      const lock = manager.locks.map((name) => join(folder, name)).find(existsSync);
      if (lock !== undefined) return { manager, lock };
    }
    if (folder === dirname(folder)) return { manager: MANAGERS[0] };
  }
}

/**
 * Returns the command that installs a version of octavo: a version or tag, the name of a tarball in
 * the blog's folder, or the newest that package.json allows.
 */
export function installCommand(
  { name, update, add }: PackageManager,
  target: { version: string } | { tarball: string } | undefined,
): [command: string, ...args: string[]] {
  if (target === undefined) return [name, ...update];
  const spec = 'version' in target ? target.version : `file:./${target.tarball}`;
  return [name, add, `octavo@${spec}`];
}

/** Returns the version of octavo that is installed for a blog, or `undefined`. */
export function installedVersion(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules/octavo/package.json');
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
    if (folder === dirname(folder)) return undefined;
  }
}
