import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { blogCode, codeFiles } from '../../src/build/engine-digest.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { context, folder, write } from '../helpers.ts';

const FILES = {
  'engine/package.json': '{"dependencies": {"zod": "4"}}',
  'engine/src/blog/slug.ts': 'slug',
  'engine/src/markdown/code.ts': 'code',
  'engine/src/strings/en.json': '{}',
  'engine/node_modules/zod/package.json': '{"name": "zod", "version": "4.0.0"}',
  'src/site.config.ts': 'config',
  'package-lock.json': '{}',
};

/** Returns the digest that a new process reads. */
async function digest(root: string, config: Partial<SiteConfig> = {}): Promise<string> {
  vi.resetModules();
  const { engineDigest } = await import('../../src/build/engine-digest.ts');
  return engineDigest(context(root, config), join(root, 'engine/src/'));
}

beforeEach(() => {
  vi.resetModules();
});

describe('the digest of the engine', () => {
  test('is read once a process', async () => {
    const root = folder(FILES);
    const before = await digest(root);
    const { engineDigest } = await import('../../src/build/engine-digest.ts');
    write(root, { 'engine/src/blog/slug.ts': 'changed' });
    expect(engineDigest(context(root), join(root, 'engine/src/'))).toBe(before);
  });

  test('is the same in any folder', async () => {
    expect(await digest(folder(FILES))).toBe(await digest(folder(FILES)));
  });

  test.each([
    ...Object.keys(FILES).filter((path) => !path.endsWith('package.json')),
    'engine/src/loader/site-content.ts',
    'engine/src/markdown/new.ts',
    'engine/src/blog/deep/er.ts',
    'engine/src/styles/base.css',
    'src/plugins/mine.ts',
    'src/words.json',
  ])('changes with %s', async (path) => {
    const root = folder(FILES);
    const before = await digest(root);
    write(root, { [path]: 'changed' });
    expect(await digest(root)).not.toBe(before);
  });

  test.each(['plugins/a.ts', 'plugins/b.mjs'])(
    'changes with %s, which the settings import from elsewhere',
    async (path) => {
      const root = folder({
        ...FILES,
        'src/site.config.ts': "import '../plugins/a.ts';",
        'plugins/a.ts': "export * from './b.mjs';",
        'plugins/b.mjs': '',
      });
      const before = await digest(root);
      write(root, { [path]: 'changed' });
      expect(await digest(root)).not.toBe(before);
    },
  );

  test('changes with the settings, which may depend on more than their file', async () => {
    const root = folder(FILES);
    expect(await digest(root, { title: 'Other' })).not.toBe(await digest(root));
  });

  test('changes with the version of Node', async () => {
    const root = folder(FILES);
    const before = await digest(root);
    const version = vi.spyOn(process, 'version', 'get').mockReturnValue('v99.0.0');
    expect(await digest(root)).not.toBe(before);
    version.mockRestore();
  });

  test('changes with the version of a package that the engine depends on', async () => {
    const root = folder(FILES);
    const before = await digest(root);
    const manifest = '{"name": "zod", "version": "4.0.1"}';
    write(root, { 'engine/node_modules/zod/package.json': manifest });
    expect(await digest(root)).not.toBe(before);
  });

  test.each([
    'src/content/posts/a.md',
    'src/pages/index.astro',
    'src/styles/theme.css',
    'README.md',
  ])('does not change with %s, which no rendering depends on', async (path) => {
    const root = folder(FILES);
    const before = await digest(root);
    write(root, { [path]: 'changed' });
    expect(await digest(root)).toBe(before);
  });
});

describe('the pages of a blog show any content', () => {
  const CONTENT_CONFIG = { 'src/content.config.ts': 'getCollection' };

  test.each([
    ['src/slots/footer.astro', "getCollection('posts')"],
    ['src/overrides/PostList.astro', 'await getBlog()'],
    ['src/components/latest.ts', "import.meta.glob('/src/content/**/*.md')"],
  ])('where %s reads it', (path, source) => {
    const { readsContent } = blogCode(context(folder({ ...CONTENT_CONFIG, [path]: source })));
    expect(readsContent).toBe(true);
  });

  test('not where no component reads it', () => {
    const files = { 'src/slots/footer.astro': "import { render } from 'astro:content';" };
    expect(blogCode(context(folder({ ...CONTENT_CONFIG, ...files }))).readsContent).toBe(false);
  });
});

test('the imported files are all that a module reaches by relative paths', () => {
  const root = folder({
    'src/site.config.ts': `import { a } from '../plugins/a.ts';\nimport "./words.json";\nimport { z } from 'zod';`,
    'plugins/a.ts': `export * from './b';\nconst c = await import('./c.mjs');`,
    'plugins/b.ts': `import { a } from './a.ts';`,
    'plugins/c.mjs': `import missing from './missing.ts';`,
    'plugins/other.ts': '',
    'src/words.json': `{ "from './x.ts'": 1 }`,
  });
  expect(codeFiles(context(root))).toEqual([
    'plugins/a.ts',
    'plugins/b.ts',
    'plugins/c.mjs',
    'src/site.config.ts',
    'src/words.json',
  ]);
});
