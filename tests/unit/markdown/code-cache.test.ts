import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { folder, write } from '../helpers.ts';

const SOURCES = {
  'src/markdown/highlighter.ts': '1',
  'src/markdown/code-theme.ts': '1',
  'package-lock.json': '{}',
};
const POST = 'src/content/posts/a.md';
const KEPT = `.cache/octavo/code/${POST}.json`;
const BODY = '```ts\nconst a = 1;\n```\n\n```console\n$ ls -a\nb\n```\n';

function project(): string {
  return folder({ ...SOURCES, [POST]: BODY });
}

async function htmlOf(root: string, body = BODY, path = POST): Promise<string> {
  const { html } = await renderMarkdown(
    { path, format: 'md', body },
    {
      root: pathToFileURL(`${root}/`),
      language: 'en',
      surroundings: {
        address: () => undefined,
        anchors: () => undefined,
        exists: () => false,
        page: () => undefined,
        release: () => undefined,
        size: () => undefined,
        text: () => undefined,
      },
    },
  );
  return html;
}

const read = (root: string) => readFileSync(join(root, KEPT), 'utf8');

/** Returns the text of each block that is kept. */
function kept(root: string): string[] {
  const { blocks } = JSON.parse(read(root)) as { blocks: Record<string, [string, string][]> };
  return Object.values(blocks).map((runs) => runs.map(([text]) => text).join(''));
}

describe('the coloured blocks of a document', () => {
  test('are kept, and used again with the same result', async () => {
    const root = project();
    const cold = await htmlOf(root);
    expect(kept(root)).toEqual(['const a = 1;', 'ls -a']);
    expect(await htmlOf(root)).toBe(cold);
    // What is used is what is kept.
    writeFileSync(join(root, KEPT), read(root).replaceAll('"k"', '"z"'));
    expect(await htmlOf(root)).toBe(cold.replaceAll('class="k"', 'class="z"'));
  });

  test('are exactly those of the last rendering', async () => {
    const root = project();
    await htmlOf(root);
    await htmlOf(root, '```ts\nconst b = 2;\n```');
    expect(kept(root)).toEqual(['const b = 2;']);
    await htmlOf(root, 'No code.\n\n<pre>a</pre>\n\n```\nplain\n```');
    expect(existsSync(join(root, KEPT))).toBe(false);
  });

  test.each(Object.keys(SOURCES))('are made anew after an edit to %s', async (source) => {
    const root = project();
    const cold = await htmlOf(root);
    writeFileSync(join(root, KEPT), read(root).replaceAll('"k"', '"z"'));
    write(root, { [source]: '2' });
    const { CodeCache } = await freshModule();
    const cache = new CodeCache(pathToFileURL(join(root, POST)), POST);
    expect(await cache.highlight('const a = 1;', 'ts')).toContainEqual(['const', 'k']);
    expect(cold).toContain('class="k"');
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 80)],
    ['empty', () => ''],
    ['no object', () => 'null'],
    ['of another text', (text: string) => text.replace('const', 'canst')],
    ['of another shape', (text: string) => text.replace('["const","k"]', '7')],
  ])('are made anew where their file is %s', async (_, damage) => {
    const root = project();
    const cold = await htmlOf(root);
    writeFileSync(join(root, KEPT), damage(read(root)));
    expect(await htmlOf(root)).toBe(cold);
  });

  test('are forgotten with the document', async () => {
    const root = project();
    write(root, {
      '.cache/octavo/code/src/content/posts/gone.md.json': '{}',
      '.cache/octavo/code/src/content/posts/there.md.json': '{}',
      'src/content/posts/there.md': '',
    });
    await htmlOf(root);
    const inCache = (name: string) =>
      existsSync(join(root, '.cache/octavo/code/src/content/posts', name));
    expect(['gone.md.json', 'there.md.json', 'a.md.json'].map(inCache)).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('are kept nowhere for what is nowhere on disk', async () => {
    const root = folder({});
    expect(await htmlOf(root)).toContain('class="k"');
    expect(existsSync(join(root, '.cache'))).toBe(false);
  });
});

/** A process reads its own sources once: this is that of the next build. */
function freshModule() {
  vi.resetModules();
  return import('../../../src/markdown/code-cache.ts');
}
