import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manual from '../../docs/package.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import starter from '../../packages/create-octavo/template/package.json' with { type: 'json' };
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

/** Words of a command, and `&&` between commands, mean the same to sh and to cmd. */
const PORTABLE = /^(?:[\w.,:/@=!-]+|&&)(?: (?:[\w.,:/@=!-]+|&&))*$/;
/** Commands that Windows does not have, and the assignment of a variable before a command. */
const OF_UNIX = /(?:^|&& )(?:cat|cp|export|mkdir|mv|rm|sh|test|\w+=\S*)(?: |$)/;

describe('the scripts', () => {
  const isPortable = (script: string) => PORTABLE.test(script) && !OF_UNIX.test(script);

  test.each([
    ['package.json', packageJson],
    ['docs/package.json', manual],
    ['the package.json of a new blog', starter],
  ])('of %s have no syntax of one shell', (_, { scripts }) => {
    expect(Object.entries(scripts).filter(([, script]) => !isPortable(script))).toEqual([]);
  });

  test('of other kinds would be found', () => {
    for (const script of [
      'A=1 x',
      'rm -rf dist',
      "x 'a'",
      'x; y',
      'x > y',
      'x $Y',
      'x | y',
      'x a*',
    ])
      expect(isPortable(script), script).toBe(false);
  });
});

test('the tests run on Linux, macOS and Windows, with the oldest and the current Node', () => {
  const { jobs } = parse(readFileSync('.github/workflows/test.yml', 'utf8')) as {
    jobs: { test: { strategy: unknown; 'runs-on': string } };
  };
  const [, oldest] = /^>=(\d+)/.exec(starter.engines.node)!;
  expect(jobs.test['runs-on']).toBe('${{ matrix.os }}');
  expect(jobs.test.strategy).toMatchObject({
    'fail-fast': false,
    matrix: {
      os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
      node: [Number(oldest), 'latest'],
    },
  });
});
