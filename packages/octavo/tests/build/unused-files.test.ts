import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeUnused } from '../../src/build/unused-files.ts';
import { folder } from '../helpers.ts';

test('pictures go that no page, no style and no script names', () => {
  const files = ['a.png', 'b.png', 'c.png', 'D.PNG', 'c.js', 'd.css'];
  const site = folder({
    ...Object.fromEntries(files.map((name) => [`_astro/${name}`, ''])),
    '_astro/d.css': 'a { background: url(/_astro/b.png) }',
  });
  removeUnused(site, '_astro', new Set(['_astro/a.png']));
  const left = files.filter((name) => existsSync(join(site, '_astro', name)));
  expect(left).toEqual(['a.png', 'b.png', 'c.js', 'd.css']);
});
