import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { installBundle, placeholders } from '../../src/build/shipped-bundle.ts';
import { codeDigest } from '../../src/build/engine-digest.ts';
import { engineRoutes } from '../../src/content/read-owner-routes.ts';
import { context, folder, write } from '../helpers.ts';

const CONFIG = {
  'astro.config.mjs': `import octavo from 'octavo';

/** @satisfies {import('astro').AstroUserConfig} */
export default { integrations: [octavo()] };
`,
};

/** Returns the sources of an engine that carries a bundle. */
function engineWithBundle(): string {
  const root = folder({
    'src/index.js': '',
    'package.json': '{ "version": "1.0.0", "dependencies": {} }',
  });
  const engine = join(root, 'src', sep);
  const text = '"octavo:blog-path/src/", "https://octavo.invalid/octavo-base/"';
  const bundle = {
    key: codeDigest(engine),
    ...{
      routes: engineRoutes(context(root)).map(({ pattern }) => pattern),
      files: { 'server/a.mjs': text },
    },
  };
  write(root, { 'dist/bundle.json': JSON.stringify(bundle) });
  return engine;
}

function installed(
  files: Record<string, string>,
  config: Parameters<typeof context>[1] = {},
  engine = engineWithBundle(),
) {
  const root = folder({ ...CONFIG, ...files });
  const target = join(root, 'bundle');
  const isInstalled = installBundle(target, context(root, config), engine);
  expect(existsSync(target)).toBe(isInstalled);
  return isInstalled && readFileSync(join(target, 'server/a.mjs'), 'utf8').replace(root, 'ROOT');
}

test.each([
  [{}],
  [{ 'src/content/posts/a.mdx': 'a', 'src/assets/a.png': 'a', 'src/content.config.ts': 'a' }],
  [{ 'src/styles/theme.css': '/* :root { --accent: red } */\n', 'public/a.js': 'a' }],
])('a blog with %o has no code of its own, and gets the shipped bundle', (files) => {
  expect(installed(files, { url: 'https://a.example/b/' })).toBe(
    '"ROOT/src/", "https://a.example/b/"',
  );
});

test.each<Record<string, string>>([
  { 'src/pages/about.astro': 'a' },
  { 'src/overrides/PostMeta.astro': 'a' },
  { 'src/slots/head.astro': 'a' },
  { 'src/styles/theme.css': ':root { --accent: red }' },
  { 'src/plugins/mark.ts': 'a' },
  { 'src/middleware.js': 'a' },
  { 'postcss.config.mjs': 'a' },
  {
    'astro.config.mjs': `import octavo from 'octavo'; export default { integrations: [octavo(), a()] };`,
  },
])('a blog with %o has code', (files) => {
  expect(installed(files)).toBe(false);
});

test('a blog with fewer routes gets the shipped bundle, one with a font or more routes does not', () => {
  const fonts = { text: { files: ['a.woff2'] } };
  expect(installed({ 'a.woff2': 'a' }, { fonts })).toBe(false);
  expect(installed({}, { permalink: '/writing/:slug/' })).toBe(false);
  expect(installed({}, { search: false, permalink: '/:slug/' })).not.toBe(false);
});

test('an engine that was changed since, or has no bundle, ships none', () => {
  const engine = engineWithBundle();
  write(engine, { '../dist/bundle.json': '{ "key": "old", "files": {} }' });
  expect(installed({}, {}, engine)).toBe(false);
  expect(
    installed(
      {},
      {},
      join(folder({ 'package.json': '{"dependencies":{}}', 'src/a.js': '' }), 'src/'),
    ),
  ).toBe(false);
});

test('no placeholder is part of another one', () => {
  const root = folder();
  const names = placeholders(context(root), join(import.meta.dirname, '../../src/')).map(
    ([name]) => name,
  );
  for (const name of names) expect(names.filter((other) => other.includes(name))).toEqual([name]);
});
