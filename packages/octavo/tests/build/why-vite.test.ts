import type { AstroConfig } from 'astro';
import { expect, test } from 'vitest';
import { whyVite } from '../../src/build/why-vite.ts';

const CONFIG = {
  output: 'static',
  redirects: {},
  build: { format: 'directory' },
  vite: { plugins: [{ name: 'octavo:owner-files' }, [{ name: '@mdx-js/rolldown' }]] },
  integrations: [
    integration('octavo:swap', 'astro:build:done'),
    integration('@astrojs/sitemap', 'astro:build:done'),
    integration('other', 'astro:config:setup'),
  ],
};

function integration(name: string, hook: string) {
  return { name, hooks: { [hook]: () => undefined } };
}

const why = (other: object) => whyVite({ ...CONFIG, ...other } as unknown as AstroConfig);
const withIntegration = (name: string) =>
  why({ integrations: [...CONFIG.integrations, integration(name, 'astro:build:done')] });

test('the engine needs no Vite, nor do integrations without hooks in builds', () => {
  expect(why({})).toBeUndefined();
});

test.each([
  { output: 'server' },
  { adapter: { name: 'node' } },
  { i18n: { locales: ['en'] } },
  { redirects: { '/a': '/b' } },
  { build: { format: 'file' } },
  { build: { format: 'directory', assetsPrefix: 'https://cdn.example' } },
])('%o needs Astro', (config) => {
  expect(why(config)).toBe('astro.config');
});

test('other integrations with hooks in builds need Astro, also another sitemap', () => {
  expect(withIntegration('compress')).toBe('compress');
  expect(withIntegration('@astrojs/sitemap')).toBe('@astrojs/sitemap');
});

test('other Vite plugins need Vite', () => {
  expect(why({ vite: { plugins: [{ name: 'tailwind' }] } })).toBe('tailwind');
  expect(why({ vite: { plugins: [{}] } })).toBe('a Vite plugin');
});
