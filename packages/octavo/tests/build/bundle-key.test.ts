import { afterEach, describe, expect, test, vi } from 'vitest';
import { bundleKey } from '../../src/build/bundle-key.ts';
import type { SiteConfig } from '../../src/settings/settings.ts';
import { context, folder, write } from '../helpers.ts';

const key = (root: string, config: Partial<SiteConfig> = {}) =>
  bundleKey(context(root, config), ['shared/part.ts']);

afterEach(() => vi.unstubAllEnvs());

describe('the key of a bundle changes', () => {
  test.each([
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    '.env.production',
    'shared/part.ts',
    'src/content.config.ts',
    'src/overrides/PostMeta.astro',
    'src/pages/about.astro',
    'src/middleware.ts',
    'src/styles/theme.css',
  ])('with %s: its text, and whether it is there', (path) => {
    const root = folder();
    const none = key(root);
    write(root, { [path]: 'old' });
    const old = key(root);
    write(root, { [path]: 'newer' });
    expect(new Set([none, old, key(root)]).size).toBe(3);
  });

  test('with what astro.config imports', () => {
    const root = folder({ 'astro.config.ts': `import './part.ts';`, 'part.ts': 'old' });
    const old = key(root);
    write(root, { 'part.ts': 'new' });
    expect(key(root)).not.toBe(old);
  });

  test.each<Partial<SiteConfig>>([
    { url: 'https://example.org/' },
    { url: 'https://example.com/blog/' },
    { search: false },
    { permalink: '/:year/:slug/' },
  ])('with the settings %o', (config) => {
    const root = folder();
    expect(key(root, config)).not.toBe(key(root));
  });

  test('with a variable of the environment that code names', () => {
    const root = folder({ 'src/pages/a.astro': '{import.meta.env.PUBLIC_STAGE}' });
    const before = key(root);
    vi.stubEnv('PUBLIC_OTHER', 'a');
    expect(key(root)).toBe(before);
    vi.stubEnv('PUBLIC_STAGE', 'a');
    expect(key(root)).not.toBe(before);
  });
});

test.each([
  'src/content/posts/a.md',
  'src/content/posts/a.mdx',
  'src/content/posts/a/picture.PNG',
  'src/site.config.ts',
  'public/picture.png',
  'notes.txt',
])('the key of a bundle does not change with %s', (path) => {
  const root = folder();
  const before = key(root);
  write(root, { [path]: 'new' });
  expect(key(root)).toBe(before);
});

test('the key of a bundle does not change with settings that it reads when it is loaded', () => {
  const root = folder();
  expect(key(root, { title: 'Other', language: 'de', strings: { archive: 'All' } })).toBe(
    key(root),
  );
});
