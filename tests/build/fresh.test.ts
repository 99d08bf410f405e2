import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { digests, EXAMPLES } from '../../src/cli/example-content.ts';
import { titlesOf } from '../index-page.ts';
import { post } from '../posts.ts';
import { TestSite } from '../site.ts';
import { deadLinks, validationFindings } from './sound.ts';

const EXAMPLE = {
  'posts/hello.md': post({ title: 'Hello' }),
  'posts/bundle/index.md': post({ title: 'Bundle' }),
  'posts/bundle/data.csv': 'a,b\r\n',
  'pages/about.md': '---\ntitle: About the example\n---\n',
};
const FIRST = [
  'src/content/authors/jane-doe.md',
  'src/content/pages/about.md',
  'src/content/posts/first-post.md',
];

let site: TestSite;

beforeEach(() => {
  site = new TestSite('fresh', { files: EXAMPLE });
  writeFileSync(join(site.folder, EXAMPLES), JSON.stringify(digests(site.folder)));
});

/** Runs `npm run fresh`, its set-up apart, where nobody can be asked. */
function fresh(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/cli/fresh.ts', ...args],
      { cwd: site.folder },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
    child.stdin?.end();
  });
}

const contentFiles = () =>
  globSync('src/content/**/*', { cwd: site.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.folder.length + 1))
    .sort();

describe('npm run fresh', () => {
  test('leaves no link of the README to what it takes away', async () => {
    const readme = join(site.folder, 'README.md');
    const text =
      '# Notes\n\nAll of it is in\n[Hello](src/content/posts/hello.md) and\n[more](docs/a.md).\n\n' +
      '[About](src/content/pages/abouts.md).\n';
    for (const end of ['\n', '\r\n']) {
      writeFileSync(readme, text.replaceAll('\n', end));
      writeFileSync(join(site.folder, EXAMPLES), JSON.stringify(digests(site.folder)));
      expect(await fresh('--yes')).toMatchObject({ status: 0 });
      expect(readFileSync(readme, 'utf8')).toBe(
        `# Notes${end}${end}[About](src/content/pages/abouts.md).${end}`,
      );
      for (const [path, source] of Object.entries(EXAMPLE)) site.write(`content/${path}`, source);
    }
  });

  test('leaves a first post, a page and an author, and they are a sound blog', async () => {
    await site.permalinks();
    const { status, stderr } = await fresh(
      '--yes',
      '--title=Jane’s "blog"',
      '--url=https://jane.example/notes',
      '--author=Jane Doe',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(contentFiles()).toEqual(FIRST);
    expect(existsSync(join(site.folder, 'src/content/posts/bundle'))).toBe(false);
    expect(existsSync(join(site.folder, 'permalinks.lock'))).toBe(false);
    const built = Object.assign(await site.mustBuild(), { base: '/notes/' });
    expect(titlesOf(built.read('/'))).toEqual(['First post']);
    expect(built.read('/')).toContain('<title>Jane’s &quot;blog&quot;</title>');
    expect(built.read('/posts/first-post/')).toContain('href="/notes/authors/jane-doe/"');
    expect(deadLinks(built)).toEqual([]);
    expect(await validationFindings(built)).toEqual([]);
  });

  test('does nothing where nobody can be asked', async () => {
    const before = contentFiles();
    const { status, stderr } = await fresh();
    expect([status, stderr]).toEqual([
      1,
      'nobody is here to be asked; npm run fresh -- --yes goes on without\n',
    ]);
    expect(contentFiles()).toEqual(before);
  });

  test('refuses where a file is not the example’s own, or was changed, and names each', async () => {
    site.write('content/posts/mine.md', post({ title: 'Mine' }));
    site.edit('content/posts/hello.md', 'Hello', 'My hello');
    const before = contentFiles();
    const { status, stderr } = await fresh('--yes');
    expect(status).toBe(1);
    expect(stderr).toContain('  src/content/posts/hello.md\n  src/content/posts/mine.md\n\n');
    expect(contentFiles()).toEqual(before);
  });

  test('keeps such files where it is forced, and settings that were changed', async () => {
    site.write('content/posts/mine.md', post({ title: 'Mine' }));
    site.edit('content/pages/about.md', 'the example', 'me');
    site.edit('site.config.ts', 'A site for tests.', 'Mine.');
    await site.permalinks();
    expect(await fresh('--yes', '--force', '--title=Other')).toMatchObject({ status: 0 });
    expect(contentFiles()).toEqual([
      'src/content/authors/someone.md',
      'src/content/pages/about.md',
      'src/content/posts/first-post.md',
      'src/content/posts/mine.md',
    ]);
    const lock = readFileSync(join(site.folder, 'permalinks.lock'), 'utf8');
    expect(lock.match(/^\/\S*/gm)).toEqual(['/about/', '/posts/mine/']);
    const built = await site.mustBuild();
    expect(titlesOf(built.read('/'))).toEqual(['First post', 'Mine']);
    expect(built.read('/')).toContain('<title>Test</title>');
    expect(built.read('/about/')).toContain('About me');
  });

  test('takes nothing away where the address is none', async () => {
    const before = contentFiles();
    const { status, stderr } = await fresh('--yes', '--url=jane.example');
    expect([status, stderr]).toEqual([
      1,
      'src/site.config.ts  url: must be an address, like https://example.com/\n',
    ]);
    expect(contentFiles()).toEqual(before);
  });

  test('does nothing a second time', async () => {
    expect(await fresh('--yes')).toMatchObject({ status: 0 });
    const before = contentFiles();
    const { status, stderr } = await fresh('--yes');
    expect([status, stderr]).toEqual([
      1,
      'the example content was taken away before; nothing is done\n',
    ]);
    expect(contentFiles()).toEqual(before);
  });

  test('knows files whose lines end otherwise', async () => {
    site.write('content/posts/hello.md', EXAMPLE['posts/hello.md'].replaceAll('\n', '\r\n'));
    expect(await fresh('--yes')).toMatchObject({ status: 0 });
  });
});
