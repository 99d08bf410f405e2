import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { repository as root } from '../docs.ts';

const packages = globSync('packages/*/package.json', { cwd: root });

// npm publishes with provenance only if they name the repository of the workflow.
test.each(packages)('%s names this repository, and its folder', (path) => {
  const { repository } = JSON.parse(readFileSync(root + path, 'utf8')) as {
    repository: { url: string; directory: string };
  };
  const [, name] = packageJson.repository.split(':');
  expect(repository.url).toBe(`git+https://github.com/${name}.git`);
  expect(repository.directory).toBe(dirname(path).replaceAll('\\', '/'));
});
