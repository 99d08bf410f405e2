import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { HookParameters } from 'astro';
import { globSync } from 'tinyglobby';
import { createFilter } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { generation } from '../../src/build/generation.ts';
import { replaceSite } from '../../src/build/replace-site.ts';
import { context, folder, write } from '../helpers.ts';

interface DevConfig {
  vite: { server: { watch: { ignored: string[] } } };
}

/** Starts a build that puts its files into dist/; returns where it builds, and its end. */
async function start(root: string, command: 'build' | 'dev' = 'build') {
  const { hooks } = generation(context(root)).make;
  const outDir = pathToFileURL(`${root}/dist/`);
  const updateConfig = vi.fn();
  await hooks['astro:config:setup']!({
    command,
    config: { outDir },
    updateConfig,
  } as unknown as HookParameters<'astro:config:setup'>);
  return {
    updates: updateConfig.mock.calls.map(([update]) => update as { outDir: URL }),
    end: (kept?: Set<string>) => replaceSite(fileURLToPath(outDir), kept),
  };
}

describe('a build', () => {
  test('goes into a folder beside the last site', async () => {
    const root = folder();
    const { updates } = await start(root);
    expect(updates.map(({ outDir }) => outDir.href)).toEqual([
      pathToFileURL(`${root}/dist.next/`).href,
    ]);
  });

  test('leaves the last site as it is until it is whole', async () => {
    const root = folder({ 'dist/index.html': 'old' });
    await start(root);
    write(root, { 'dist.next/index.html': 'new' });
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('old');
  });

  test('takes the place of the last site when it is whole, with none of its files', async () => {
    const root = folder({ 'dist/index.html': 'old', 'dist/gone.html': 'old' });
    const { end } = await start(root);
    write(root, { 'dist.next/index.html': 'new' });
    end();
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('new');
  });

  test('keeps files of the last site where they are, and has no others of it', async () => {
    const old = [
      'a',
      'kept',
      'gone',
      'b/kept',
      'b/gone',
      'c/a',
      'd/a',
      'file',
      'folder/a',
      'e/f/kept',
    ];
    const root = folder(Object.fromEntries(old.map((path) => [`dist/${path}`, 'old'])));
    const { end } = await start(root);
    const made = ['a', 'b/a', 'd/a', 'd/b', 'file/a', 'folder', 'g/h/a'];
    write(root, Object.fromEntries(made.map((path) => [`dist.next/${path}`, 'new'])));
    const kept = ['kept', 'b/kept', 'e/f/kept'];
    const inodes = () => kept.map((path) => statSync(join(root, 'dist', path)).ino);
    const before = inodes();
    end(new Set(kept));
    expect(readdirSync(root)).toEqual(['dist']);
    const cwd = join(root, 'dist');
    const found = globSync('**', { cwd }).sort();
    expect(found.map((path) => [path, readFileSync(join(cwd, path), 'utf8')])).toEqual(
      [...kept.map((path) => [path, 'old']), ...made.map((path) => [path, 'new'])].sort(),
    );
    expect(readdirSync(cwd).sort()).toEqual(['a', 'b', 'd', 'e', 'file', 'folder', 'g', 'kept']);
    expect(inodes()).toEqual(before);
  });

  // Another disk in memory, where Linux has one.
  test.runIf(existsSync('/dev/shm'))('replaces a site on another disk', async () => {
    const other = mkdtempSync('/dev/shm/octavo-');
    onTestFinished(() => rmSync(other, { recursive: true }));
    write(other, { kept: 'old', 'a/b': 'old', gone: 'old' });
    const root = folder();
    symlinkSync(other, join(root, 'dist'));
    const { end } = await start(root);
    write(root, { 'dist.next/a/b': 'new', 'dist.next/c/d': 'new' });
    end(new Set(['kept']));
    expect(readdirSync(root)).toEqual(['dist']);
    const found = globSync('**', { cwd: other }).sort();
    expect(found.map((path) => [path, readFileSync(join(other, path), 'utf8')])).toEqual([
      ['a/b', 'new'],
      ['c/d', 'new'],
      ['kept', 'old'],
    ]);
  });

  test('may be the first', async () => {
    const root = folder();
    const { end } = await start(root);
    write(root, { 'dist.next/index.html': 'new' });
    end();
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('that cannot take the place leaves the last site as it is', async () => {
    const root = folder({ 'dist/index.html': 'old' });
    const { end } = await start(root);
    expect(end).toThrow('dist.next');
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('old');
  });
});

test('in development nothing is moved, and builds are not watched', async () => {
  const root = folder();
  const [update] = (await start(root, 'dev')).updates;
  expect(update).not.toHaveProperty('outDir');
  const { vite } = update as unknown as DevConfig;
  const isIgnored = createFilter(vite.server.watch.ignored);
  const paths = ['dist', 'dist/a.html', 'dist.next/a.html', 'src/a.html', 'dist2'];
  expect(paths.filter((path) => isIgnored(join(root, path)))).toEqual(paths.slice(0, 3));
});
