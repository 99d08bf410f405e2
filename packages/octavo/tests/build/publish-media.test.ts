import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PageCache } from '../../src/build/page-cache.ts';
import { publishMedia } from '../../src/build/publish-media.ts';
import type { SiteBuild } from '../../src/build/site-build.ts';
import { publishedName } from '../../src/markdown/pictures/published-name.ts';
import { folder } from '../helpers.ts';

test('the files of the content that pages name are published, and no others', async () => {
  const root = folder({
    'src/content/posts/a/A tone (2).MP3': 'one',
    'src/content/posts/.hidden/a.webm': 'two',
    'src/assets/unused.svg': 'three',
    'src/notes/a.svg': 'four',
    'dist.next/_astro/imported.png': 'five',
  });
  const names = [
    ...[
      'src/content/posts/a/A tone (2).MP3',
      'src/content/posts/.hidden/a.webm',
      'src/notes/a.svg',
    ],
  ].map((path) => publishedName(join(root, path)));
  expect(names[0]).toMatch(/^A tone _2_\.[\w-]{8}\.MP3$/);
  const site = join(root, 'dist.next/');
  const cache = new PageCache({ root, last: join(root, 'dist'), next: site });
  cache.add('index.html', {
    key: undefined,
    assets: [...names, 'never.png'].map((name) => `_astro/${name}`),
  });
  const build = { folder: site, assets: '_astro' } as SiteBuild['build'];
  await publishMedia({ build, cache, versions: new Map() }, root);
  expect(readdirSync(join(site, '_astro')).sort()).toEqual(names.slice(0, 2).sort());
});

test('pictures go that no page, no style and no script names', async () => {
  const paths = ['a.png', 'b.png', 'c.png', 'D.PNG', 'c.js', 'd.css'];
  const root = folder({
    ...Object.fromEntries(paths.map((name) => [`dist.next/_astro/${name}`, ''])),
    'dist.next/_astro/d.css': 'a { background: url(/_astro/b.png) }',
  });
  const site = join(root, 'dist.next/');
  const cache = new PageCache({ root, last: join(root, 'dist'), next: site });
  cache.add('index.html', { key: undefined, assets: ['_astro/a.png'] });
  const build = { folder: site, assets: '_astro' } as SiteBuild['build'];
  await publishMedia({ build, cache, versions: new Map() }, root);
  expect(readdirSync(join(site, '_astro')).sort()).toEqual(['a.png', 'b.png', 'c.js', 'd.css']);
});
