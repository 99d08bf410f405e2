import { expect, test } from 'vitest';
import { importedFiles } from '../../src/build/imported-files.ts';
import { folder } from '../helpers.ts';

test('the imported files are all that a module reaches by relative paths', () => {
  const root = folder({
    'src/site.config.ts': `import { a } from '../plugins/a.ts';\nimport "./words.json";\nimport { z } from 'zod';`,
    'plugins/a.ts': `export * from './b';\nconst c = await import('./c.mjs');`,
    'plugins/b.ts': `import { a } from './a.ts';`,
    'plugins/c.mjs': `import missing from './missing.ts';`,
    'plugins/other.ts': '',
    'src/words.json': `{ "from './x.ts'": 1 }`,
  });
  expect(importedFiles(root, ['src/site.config.ts'])).toEqual([
    'plugins/a.ts',
    'plugins/b.ts',
    'plugins/c.mjs',
    'src/site.config.ts',
    'src/words.json',
  ]);
});
