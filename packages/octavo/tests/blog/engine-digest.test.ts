import { beforeEach, describe, expect, test, vi } from 'vitest';
import { folder, write } from '../helpers.ts';

const ENGINE = {
  'src/blog/slug.ts': 'slug',
  'src/markdown/code.ts': 'code',
  'src/strings/en.ts': 'en',
  'src/site.config.ts': 'config',
  'package-lock.json': '{}',
};

/** Returns the digest that a new process reads. */
async function digest(root: string): Promise<string> {
  vi.resetModules();
  const { engineDigest } = await import('../../../src/blog/engine-digest.ts');
  return engineDigest(root, 'renderings');
}

beforeEach(() => {
  vi.resetModules();
});

describe('the digest of the engine', () => {
  test('is read once a process', async () => {
    const root = folder(ENGINE);
    const before = await digest(root);
    const { engineDigest } = await import('../../../src/blog/engine-digest.ts');
    write(root, { 'src/blog/slug.ts': 'changed' });
    expect(engineDigest(root, 'renderings')).toBe(before);
  });

  test('is the same in any folder', async () => {
    expect(await digest(folder(ENGINE))).toBe(await digest(folder(ENGINE)));
  });

  test.each([
    ...Object.keys(ENGINE),
    'src/loader/loader.ts',
    'src/markdown/new.ts',
    'src/blog/deep/er.ts',
  ])('changes with %s', async (path) => {
    const root = folder(ENGINE);
    const before = await digest(root);
    write(root, { [path]: 'changed' });
    expect(await digest(root)).not.toBe(before);
  });

  test.each([
    'src/content/posts/a.md',
    'src/pages/index.astro',
    'src/styles/base.css',
    'README.md',
  ])('does not change with %s, which no rendering depends on', async (path) => {
    const root = folder(ENGINE);
    const before = await digest(root);
    write(root, { [path]: 'changed' });
    expect(await digest(root)).toBe(before);
  });
});
