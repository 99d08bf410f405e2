import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import octavo from '../src/index.ts';

test('astro add octavo finds an integration, the default export, and adds no other package', () => {
  expect(packageJson.keywords).toEqual(expect.arrayContaining(['astro-integration', 'withastro']));
  expect(octavo()).toMatchObject({ name: 'octavo' });
  expect(octavo).toHaveLength(0);
  const { peerDependencies, peerDependenciesMeta: meta } = packageJson;
  const required = Object.keys(peerDependencies).filter(
    (name) => !meta[name as keyof typeof meta].optional,
  );
  expect(required).toEqual([]);
});
