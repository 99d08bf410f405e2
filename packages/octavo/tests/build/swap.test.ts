import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HookParameters } from 'astro';
import { describe, expect, test, vi } from 'vitest';
import { swap } from '../../src/build/swap.ts';
import { folder, write } from '../helpers.ts';

interface DevConfig {
  vite: { server: { watch: { ignored: (path: string) => boolean } } };
}

/** Starts a build that puts its files into dist/; returns where it builds, and its end. */
async function start(root: string, command: 'build' | 'dev' = 'build') {
  const { hooks } = swap();
  const updateConfig = vi.fn();
  await hooks['astro:config:setup']!({
    command,
    config: { outDir: pathToFileURL(`${root}/dist/`) },
    updateConfig,
  } as unknown as HookParameters<'astro:config:setup'>);
  return {
    updates: updateConfig.mock.calls.map(([update]) => update as { outDir: URL }),
    end: () => hooks['astro:build:done']!({} as HookParameters<'astro:build:done'>),
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
    await end();
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('new');
  });

  test('may be the first', async () => {
    const root = folder();
    const { end } = await start(root);
    write(root, { 'dist.next/index.html': 'new' });
    await end();
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('minds nothing that a build left which was cut off', async () => {
    const root = folder({ 'dist/index.html': 'old' });
    const { end } = await start(root);
    write(root, { 'dist.last/index.html': 'older', 'dist.next/index.html': 'new' });
    await end();
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('new');
    expect(existsSync(join(root, 'dist.last'))).toBe(false);
  });

  test('restores the last site where a build was ended while it replaced it', async () => {
    const root = folder({ 'dist.last/index.html': 'old' });
    await start(root);
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('old');
    expect(existsSync(join(root, 'dist.last'))).toBe(false);
  });

  test('that cannot take the place leaves the last site as it is', async () => {
    const root = folder({ 'dist/index.html': 'old' });
    const { end } = await start(root);
    await expect((async () => end())()).rejects.toThrow('dist.next');
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('old');
  });
});

test('in development nothing is moved, and builds are not watched', async () => {
  const root = folder();
  const [update] = (await start(root, 'dev')).updates;
  expect(update).not.toHaveProperty('outDir');
  const { vite } = update as unknown as DevConfig;
  const { ignored } = vite.server.watch;
  const paths = ['dist', 'dist/a.html', 'dist.next/a.html', 'dist.last', 'src/a.html', 'dist2'];
  expect(paths.filter((path) => ignored(join(root, path)))).toEqual(paths.slice(0, 4));
});
