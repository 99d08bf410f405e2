import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { fixContent } from '../../src/checks/fix-content.ts';
import { AUTHOR, context, folder } from '../helpers.ts';

const PATH = 'src/content/posts/a.md';

/** Returns front matter after its fixes, and the fixes as printed. */
async function fixFrontMatter(lines: string[]): Promise<{ lines: string[]; done: string[] }> {
  const source = `---\n${lines.join('\n')}\n---\n\nText.\n`;
  const root = folder({ ...AUTHOR, [PATH]: source });
  const blog = context(root);
  const { fixed } = await fixContent(blog, await checkContent(blog));
  const written = readFileSync(join(root, PATH), 'utf8').split('\n---\n')[0]!;
  return { lines: written.split('\n').slice(1), done: fixed.map(({ fix }) => fix.done) };
}

const GOOD = ['title: A', 'date: 2024-01-01'];

describe('octavo check --fix', () => {
  test.each<[what: string, before: string[], after: string[], done: string[]]>([
    ['fixes a key with two letters swapped', ['tgas: [Go]'], ['tags: [Go]'], ['tgas is now tags']],
    ['fixes the case of a key', ['Draft: true'], ['draft: true'], ['Draft is now draft']],
    [
      'fixes a nested key',
      ['cover:', '  image: ./b.png', '  alt: B', '  captoin: C'],
      ['cover:', '  image: ./b.png', '  alt: B', '  caption: C'],
      ['captoin is now caption'],
    ],
    ['makes a list of a single string', ['tags: Go'], ['tags: [Go]'], ['tags is now [Go]']],
    ['quotes a number', ['summary: 007'], ['summary: "007"'], ['summary is now "007"']],
    [
      'removes an alias from a block list',
      ['aliases:', '- /a/', '- /b/', '- /a'],
      ['aliases:', '- /a/', '- /b/'],
      ['alias /a removed'],
    ],
    [
      'removes the first alias of a flow list',
      ['aliases: [/posts/a/, /b/]'],
      ['aliases: [/b/]'],
      ['alias /posts/a/ removed'],
    ],
    [
      'removes the last alias of a flow list',
      ['aliases: [ /b/, "/b" ]'],
      ['aliases: [ /b/ ]'],
      ['alias /b removed'],
    ],
    [
      'removes all duplicates from a list',
      ['aliases: [/a, /a/, /a/]'],
      ['aliases: [/a]'],
      ['alias /a/ removed', 'alias /a/ removed'],
    ],
    [
      'removes the only alias with its key',
      ['aliases:', '  - /posts/a/', 'pinned: true'],
      ['pinned: true'],
      ['alias /posts/a/ removed'],
    ],
    [
      'removes all aliases of a block list with its key',
      ['aliases:', '- /posts/a/', '- /posts/a'],
      [],
      ['alias /posts/a/ removed', 'alias /posts/a removed'],
    ],
    [
      'removes the only alias of a flow list with its key',
      ['aliases: [/posts/a]'],
      [],
      ['alias /posts/a removed'],
    ],
    [
      'fixes an error that shows only after another fix',
      ['tgas: Go'],
      ['tags: [Go]'],
      ['tgas is now tags', 'tags is now [Go]'],
    ],
  ])('%s', async (_, before, after, done) => {
    const result = await fixFrontMatter([...GOOD, ...before]);
    expect(result).toEqual({ lines: [...GOOD, ...after], done });
  });

  test.each<[what: string, lines: string[]]>([
    ['a key that is further away', ['tittles: A']],
    ['a key whose fix is there already', ['tags: [Go]', 'tgas: [Go]']],
    ['a misspelling of a key that is there', ['pined: true', 'pinned: true']],
    ['a string with a comma for a list', ['tags: Go, Linux']],
    ['updated before date', ['updated: 2023-01-01']],
    ['an alias with a comment beside it', ['aliases: # two', '  - /a/', '  - /a/ # again']],
  ])('does not fix %s', async (_, lines) => {
    expect(await fixFrontMatter([...GOOD, ...lines])).toEqual({
      lines: [...GOOD, ...lines],
      done: [],
    });
  });

  test('reports errors at their positions before the fixes', async () => {
    const aliases = ['aliases:', '  - /a/', '  - /a', '  - /b/', '  - /b', 'tgas: [Go]'];
    const root = folder({ ...AUTHOR, [PATH]: ['---', ...GOOD, ...aliases, '---', ''].join('\n') });
    const { fixed } = await fixContent(context(root), await checkContent(context(root)));
    const first = GOOD.length + 2;
    expect(fixed.map(({ line }) => line - first)).toEqual([2, 4, 5]);
  });

  test('writes no file that is not UTF-8', async () => {
    const source = '---\ntitle: \u00E9\ndate: 2024-01-01\naliases: [/a/, /a/]\n---\n';
    const root = folder(AUTHOR);
    mkdirSync(join(root, dirname(PATH)), { recursive: true });
    writeFileSync(join(root, PATH), source, 'latin1');
    const { fixed } = await fixContent(context(root), await checkContent(context(root)));
    expect(fixed).toEqual([]);
    expect(readFileSync(join(root, PATH), 'latin1')).toBe(source);
  });

  test('keeps CRLF line endings', async () => {
    const source =
      '---\r\ntitle: 2024\r\ndate: 2024-01-01\r\naliases:\r\n  - /a/\r\n  - /a\r\n---\r\n';
    const root = folder({ ...AUTHOR, [PATH]: source });
    await fixContent(context(root), await checkContent(context(root)));
    expect(readFileSync(join(root, PATH), 'utf8')).toBe(
      '---\r\ntitle: "2024"\r\ndate: 2024-01-01\r\naliases:\r\n  - /a/\r\n---\r\n',
    );
  });
});
