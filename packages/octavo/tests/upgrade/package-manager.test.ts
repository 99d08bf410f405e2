import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  installCommand,
  installedVersion,
  packageManagerOf,
} from '../../src/upgrade/package-manager.ts';
import { folder } from '../helpers.ts';

describe('the package manager', () => {
  test.each([
    ['package-lock.json', 'npm'],
    ['pnpm-lock.yaml', 'pnpm'],
    ['yarn.lock', 'yarn'],
    ['bun.lock', 'bun'],
  ])('of %s is %s, also in a folder above', (lock, name) => {
    const root = folder({ [lock]: '', 'sites/blog/package.json': '' });
    const found = packageManagerOf(join(root, 'sites/blog'));
    expect([found.manager.name, found.lock]).toEqual([name, join(root, lock)]);
  });

  test('is npm without a lock file', () => {
    expect(packageManagerOf(folder()).manager.name).toBe('npm');
  });

  test.each([
    ['package-lock.json', undefined, 'npm update octavo'],
    ['package-lock.json', { version: '0.2.0' }, 'npm install octavo@0.2.0'],
    [
      'package-lock.json',
      { tarball: 'octavo-0.2.0.tgz' },
      'npm install octavo@file:./octavo-0.2.0.tgz',
    ],
    ['pnpm-lock.yaml', undefined, 'pnpm update octavo'],
    ['pnpm-lock.yaml', { version: 'latest' }, 'pnpm add octavo@latest'],
    ['yarn.lock', undefined, 'yarn add octavo'],
    ['bun.lock', { version: '0.2.0' }, 'bun add octavo@0.2.0'],
  ])('of %s installs %j', (lock, target, command) => {
    const { manager } = packageManagerOf(folder({ [lock]: '' }));
    expect(installCommand(manager, target).join(' ')).toBe(command);
  });
});

test('the installed version is that of the nearest node_modules', () => {
  const root = folder({ 'node_modules/octavo/package.json': '{"version": "0.2.0"}' });
  expect(installedVersion(join(root, 'blog'))).toBe('0.2.0');
  expect(installedVersion(folder())).toBeUndefined();
});
