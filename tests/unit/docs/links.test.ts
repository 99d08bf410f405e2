import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manual, repository, targetOf } from '../../docs.ts';

const pages = manual();
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
        /^(?:packages|tests|scripts|docs)\/[\w./-]*$/.test(text) &&
        !existsSync(join(repository, text)),
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

test('every page of the manual is in its index', () => {
  const index = byPath.get('docs/README.md')!;
  const listed = index.links.map(({ url }) => targetOf(url, index.path)?.path);
  const written = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(written.filter((path) => path !== index.path && !listed.includes(path))).toEqual([]);
});
