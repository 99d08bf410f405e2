import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manual, packageReadmes, repository, targetOf } from '../../docs.ts';

const pages = [...manual(), ...packageReadmes()];
const byPath = new Map(pages.map((page) => [page.path, page]));

/** What its owner may take away: no page of the manual depends on it. */
const OWNERS = /^(?:src\/(?:assets|components|content|overrides|slots)|public)\//;

describe.each(pages.map((page) => [page.path, page] as const))('%s', (path, page) => {
  test('has no link to a file or a heading that is not there', () => {
    const dead = page.links.filter(({ url }) => {
      const target = targetOf(url, path);
      if (!target || OWNERS.test(target.path)) return false;
      if (!existsSync(join(repository, target.path))) return true;
      return target.anchor !== '' && !byPath.get(target.path)?.anchors.has(target.anchor);
    });
    expect(dead).toEqual([]);
  });

  test('names no file of the repository that is not there', () => {
    const missing = page.codes.filter(
      ({ text }) =>
        /^(?:packages|tests|scripts)\/[\w./-]*$/.test(text) && !existsSync(join(repository, text)),
    );
    expect(missing).toEqual([]);
  });

  test('names no command that package.json does not have', () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...page.source.matchAll(/\bnpm (?:run )?(?!ci\b|run\b)([a-z][\w:-]*)/g)];
    const unknown = named.map(([, name = '']) => name).filter((name) => !(name in scripts));
    expect(unknown.filter((name) => !['and', 'install', 'update'].includes(name))).toEqual([]);
  });
});

test('every page of the manual is in a folder that its index lists', () => {
  const paths = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/src/'));
  const listed =
    /^docs\/src\/content\/pages\/(?:tutorial|(?:guides|reference|explanation)\/[\w-]+)\.md$/;
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !listed.test(path))).toEqual([]);
});
