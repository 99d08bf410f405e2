import { describe, expect, test } from 'vitest';
import packageLock from '../../package-lock.json' with { type: 'json' };

interface Locked {
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

interface Platform {
  os: string;
  cpu: string;
  libc?: string;
}

const packages = packageLock.packages as Record<string, Locked>;

const PLATFORMS: Platform[] = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'x64', libc: 'musl' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { os: 'linux', cpu: 'arm64', libc: 'musl' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'darwin', cpu: 'arm64' },
  { os: 'win32', cpu: 'x64' },
];
/** Watches folders of macOS; elsewhere Node does. */
const FOR_MACOS = 'fsevents';

/** Returns the variants of a package for platforms. */
function variantsOf(path: string, { optionalDependencies = {} }: Locked): Locked[] {
  return Object.keys(optionalDependencies)
    .filter((name) => name !== FOR_MACOS)
    .map((name) => packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`])
    .filter((found) => found?.os !== undefined) as Locked[];
}

function isFor({ os, cpu, libc }: Locked, platform: Platform): boolean {
  const fitsLibc =
    libc === undefined || platform.libc === undefined || libc.includes(platform.libc);
  return os!.includes(platform.os) && cpu!.includes(platform.cpu) && fitsLibc;
}

/** The packages of the engine that have variants for platforms. */
const native = Object.entries(packages)
  .filter(([, { dev, os }]) => !dev && os === undefined)
  .map(([path, locked]) => ({ path, variants: variantsOf(path, locked) }))
  .filter(({ variants }) => variants.length > 0);

describe('the native packages', () => {
  test('are those of the manual', () => {
    const names = native.map(({ path }) => path.replace(/.*node_modules\//, ''));
    expect([...new Set(names)].sort()).toEqual([
      '@astrojs/compiler-binding',
      '@takumi-rs/core',
      'esbuild',
      'lightningcss',
      'rolldown',
      'satteri',
      'sharp',
    ]);
  });

  test.each(native)('$path has a variant for each platform', ({ variants }) => {
    const missing = PLATFORMS.filter(
      (platform) => !variants.some((variant) => isFor(variant, platform)),
    );
    expect(missing).toEqual([]);
  });
});
