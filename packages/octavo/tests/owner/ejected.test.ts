import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OVERRIDABLE } from '../../src/owner/overridable.ts';
import { ejectedSource, originOf, withOrigin, withoutOrigin } from '../../src/owner/ejected.ts';

const engine = 'packages/octavo/src';
const { exports } = JSON.parse(readFileSync(`${engine}/../package.json`, 'utf8')) as {
  exports: Record<string, string>;
};

/** Returns the file that a specifier `octavo/…` stands for by the exports of package.json. */
function exported(specifier: string): string | undefined {
  const path = `.${specifier.replace(/\?.*/, '').slice('octavo'.length)}`;
  for (const [pattern, target] of Object.entries(exports)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !path.startsWith(before)) continue;
    return `packages/octavo/${target.replace('*', path.slice(before.length))}`;
  }
  return undefined;
}

describe('the imports of an ejected component', () => {
  test.each([
    ["import A from './A.astro';", "import A from 'octavo/components/A.astro';"],
    ["import L from '../layouts/L.astro';", "import L from 'octavo/layouts/L.astro';"],
    ["import S from '../slots/head.astro';", "import S from 'octavo/slots/head.astro';"],
    ["import '../styles/a.css';", "import 'octavo/styles/a.css';"],
    ['import a from "../styles/a.css?inline";', 'import a from "octavo/styles/a.css?inline";'],
    ["import {\n  a,\n} from '../blog/a.ts';", "import {\n  a,\n} from 'octavo/internal/blog/a';"],
    ["import type { A } from '../blog/a.js';", "import type { A } from 'octavo/internal/blog/a';"],
    ["await import('../blog/a.ts')", "await import('octavo/internal/blog/a')"],
    ["export * from '../blog/a.ts';", "export * from 'octavo/internal/blog/a';"],
    ["import { render } from 'astro:content';", "import { render } from 'astro:content';"],
    ["<a href='./x'>from './y.txt</a>", "<a href='./x'>from './y.txt</a>"],
  ])('%s', (before, after) => {
    expect(ejectedSource(before, 'components/X.astro')).toBe(after);
  });

  test.each(Object.entries(OVERRIDABLE))('of %s are exported by the package', (name, folder) => {
    const path = `${folder}/${name}.astro`;
    const source = ejectedSource(readFileSync(`${engine}/${path}`, 'utf8'), path);
    expect(source).not.toMatch(/(?:from|import) *['"]\./);
    const imported = [...source.matchAll(/'(octavo\/[^']+)'/g)].map(([, specifier]) => specifier!);
    for (const specifier of imported) expect(existsSync(exported(specifier) ?? '')).toBe(true);
  });

  test.each(Object.entries(OVERRIDABLE))(
    'of %s leave no global of the engine behind',
    (name, folder) => {
      const source = readFileSync(`${engine}/${folder}/${name}.astro`, 'utf8');
      expect(source).not.toMatch(/\b(?:IN_DEVELOPMENT|IS_PREVIEW|PROJECT_ROOT|ENGINE_FOLDER)\b/);
    },
  );
});

describe('the comment of an ejected component', () => {
  const version = '1.0.0-rc.1';
  const source = '---\nconst a = 1;\n---\n\n<p>{a}</p>\n';

  test('is in its fence, and is read with its position', () => {
    const text = withOrigin(source, version);
    expect(text.split('\n')[1]).toMatch(/^\/\/ Ejected from octavo 1\.0\.0-rc\.1;/);
    expect(originOf(text)).toEqual({ version, line: 2, column: 1 });
  });

  test('is read with CRLF, and where the owner moved it', () => {
    const moved = withOrigin(source, version).replace('---\n', '---\nconst b = 2;\n  ');
    expect(originOf(moved.replaceAll('\n', '\r\n'))).toEqual({ version, line: 3, column: 3 });
  });

  test('is taken out without a trace', () => {
    expect(withoutOrigin(withOrigin(source, version))).toBe(source);
  });

  test.each(Object.entries(OVERRIDABLE))('has a fence to be in, in %s', (name, folder) => {
    const text = readFileSync(`${engine}/${folder}/${name}.astro`, 'utf8');
    expect(originOf(withOrigin(text, version))).toBeDefined();
  });
});
