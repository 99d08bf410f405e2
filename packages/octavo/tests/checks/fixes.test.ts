import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { applyFixes } from '../../src/content/apply-fixes.ts';
import { chooseFixes, mend } from '../../src/checks/fixes.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { AUTHOR, context, folder } from '../helpers.ts';

const PATH = 'src/content/posts/a.md';

/** Returns front matter after it was mended, and what was done. */
async function mended(lines: string[]): Promise<{ lines: string[]; done: string[] }> {
  const source = `---\n${lines.join('\n')}\n---\n\nText.\n`;
  const root = folder({ ...AUTHOR, [PATH]: source });
  const blog = context(root);
  const { mended: made } = await mend(blog, await checkContent(blog));
  const written = readFileSync(join(root, PATH), 'utf8').split('\n---\n')[0]!;
  return { lines: written.split('\n').slice(1), done: made.map(({ fix }) => fix.done) };
}

const GOOD = ['title: A', 'date: 2024-01-01'];

describe('what is mended', () => {
  test.each<[what: string, before: string[], after: string[], done: string[]]>([
    ['is a key with two letters swapped', ['tgas: [Go]'], ['tags: [Go]'], ['tgas is now tags']],
    ['is a key of another case', ['Draft: true'], ['draft: true'], ['Draft is now draft']],
    [
      'is a key within a key',
      ['cover:', '  image: ./b.png', '  alt: B', '  captoin: C'],
      ['cover:', '  image: ./b.png', '  alt: B', '  caption: C'],
      ['captoin is now caption'],
    ],
    ['is a single text in place of a list', ['tags: Go'], ['tags: [Go]'], ['tags is now [Go]']],
    [
      'is a number in place of text',
      ['summary: 007'],
      ['summary: "007"'],
      ['summary is now "007"'],
    ],
    [
      'is an alias in a list of lines',
      ['aliases:', '- /a/', '- /b/', '- /a'],
      ['aliases:', '- /a/', '- /b/'],
      ['the alias /a is taken out'],
    ],
    [
      'is the first alias of a list in a line',
      ['aliases: [/posts/a/, /b/]'],
      ['aliases: [/b/]'],
      ['the alias /posts/a/ is taken out'],
    ],
    [
      'is the last alias of a list in a line',
      ['aliases: [ /b/, "/b" ]'],
      ['aliases: [ /b/ ]'],
      ['the alias /b is taken out'],
    ],
    [
      'is every alias of a list, one after another',
      ['aliases: [/a, /a/, /a/]'],
      ['aliases: [/a]'],
      ['the alias /a/ is taken out', 'the alias /a/ is taken out'],
    ],
    [
      'is the only alias, with its key',
      ['aliases:', '  - /posts/a/', 'pinned: true'],
      ['pinned: true'],
      ['the alias /posts/a/ is taken out'],
    ],
    [
      'is every alias of a list of lines, with its key',
      ['aliases:', '- /posts/a/', '- /posts/a'],
      [],
      ['the alias /posts/a/ is taken out', 'the alias /posts/a is taken out'],
    ],
    [
      'is the only alias in a line, with its key',
      ['aliases: [/posts/a]'],
      [],
      ['the alias /posts/a is taken out'],
    ],
    [
      'is one thing after another',
      ['tgas: Go'],
      ['tags: [Go]'],
      ['tgas is now tags', 'tags is now [Go]'],
    ],
  ])('%s', async (_, before, after, done) => {
    const result = await mended([...GOOD, ...before]);
    expect(result).toEqual({ lines: [...GOOD, ...after], done });
  });

  test.each<[what: string, lines: string[]]>([
    ['a key that is further away', ['tittles: A']],
    ['a key that stands there too', ['tags: [Go]', 'tgas: [Go]']],
    ['a key that may be two', ['pined: true', 'pinned: true']],
    ['a text with a comma in place of a list', ['tags: Go, Linux']],
    ['updated before date', ['updated: 2023-01-01']],
    ['an alias with a comment beside it', ['aliases: # two', '  - /a/', '  - /a/ # again']],
  ])('is not %s', async (_, lines) => {
    expect(await mended([...GOOD, ...lines])).toEqual({ lines: [...GOOD, ...lines], done: [] });
  });

  test('keeps the ends of lines as they are', async () => {
    const source =
      '---\r\ntitle: 2024\r\ndate: 2024-01-01\r\naliases:\r\n  - /a/\r\n  - /a\r\n---\r\n';
    const root = folder({ ...AUTHOR, [PATH]: source });
    await mend(context(root), await checkContent(context(root)));
    expect(readFileSync(join(root, PATH), 'utf8')).toBe(
      '---\r\ntitle: "2024"\r\ndate: 2024-01-01\r\naliases:\r\n  - /a/\r\n---\r\n',
    );
  });
});

describe('fixes', () => {
  const fix = (file: string, start: number, end: number, text = 'x'): Fix => ({
    ...{ file, text, done: '' },
    start: { line: 1, column: start },
    end: { line: 1, column: end },
  });
  const found = (of: Fix, rule?: Diagnostic['rule']): Diagnostic => ({
    ...{ file: of.file, line: 1, column: 1, severity: 'error', message: '', fix: of, rule },
  });

  test('are made from the last to the first, so that places hold', () => {
    expect(applyFixes('abcdef', [fix('a', 1, 2, 'AAA'), fix('a', 4, 6, '')])).toBe('AAAbcf');
  });

  test('are chosen so that none overlaps with another', () => {
    const [one, two, three] = [fix('a', 1, 4), fix('a', 3, 5), fix('a', 6, 7)];
    const diagnostics = [found(one), found(two, 'todo'), found(three, 'alias-twice')];
    expect(chooseFixes(diagnostics).map((chosen) => chosen.fix)).toEqual([one, three]);
  });

  test('are chosen in every file', () => {
    const fixes = [fix('a', 1, 4), fix('b', 1, 4)];
    expect(chooseFixes(fixes.map((one) => found(one)))).toHaveLength(2);
  });
});
