import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { marked } from 'marked';
import { beforeAll, describe, expect, test } from 'vitest';
import { digests, EXAMPLES } from '../../packages/octavo-import/src/write/example-content.ts';
import { readOldFile } from '../../packages/octavo-import/src/old/old-file.ts';
import { deadUrls, readAddressList } from '../../packages/octavo-import/src/write/verify.ts';
import { repository } from '../docs.ts';
import { titlesOf } from '../index-page.ts';
import { post } from '../posts.ts';
import { environment, TestSite } from '../site.ts';
import { saidOnPage } from './feed-words.ts';
import { deadLinks, validationFindings } from './sound.ts';

const OLD = join(repository, 'tests/fixtures/hugo');
/** What Hugo itself makes of that site: npm run old-addresses -- hugo. */
const KEPT = readFileSync(join(repository, 'tests/fixtures/hugo-addresses.txt'), 'utf8');

let site: TestSite;

/** Runs `octavo-import` in the folder of the site. */
function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(repository, 'packages/octavo-import/bin/octavo-import.mjs'), ...args],
      { cwd: site.folder, env: environment() },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const read = (path: string) => readFileSync(join(site.folder, path), 'utf8');
const contents = () =>
  globSync('{src/content,public}/**/*', { cwd: site.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.folder.length + 1))
    .sort();
const old = () => readAddressList(read('import-urls.txt'));

beforeAll(async () => {
  site = new TestSite('import', { files: { 'posts/example.md': post({ title: 'An example' }) } });
  writeFileSync(join(site.folder, EXAMPLES), JSON.stringify(digests(site.folder)));
});

describe('octavo-import', () => {
  test('tells what it would do, and does nothing', async () => {
    const before = contents();
    const { status, stdout, stderr } = await run('--dry-run', OLD);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('14 posts (2 drafts), 3 pages, 2 authors, 3 pictures');
    expect(stdout).toContain('Nothing was written.');
    expect(contents()).toEqual(before);
    expect(existsSync(join(site.folder, 'import-report.md'))).toBe(false);
  });

  test('brings a blog over that is sound, in the place of the example content', async () => {
    const { status, stdout: said, stderr } = await run(OLD);
    expect([status, stderr]).toEqual([0, '']);
    expect(said).toContain(
      'files of the new blog: 0 errors, 0 warnings.\nThe old blog had 4 problems, now in check-baseline.json: ',
    );
    expect(contents()).not.toContain('src/content/posts/example.md');
    expect(JSON.parse(read('check-baseline.json'))).toEqual({
      'src/content/posts/2019/04/first.md': {
        'dead-link': ['gone/'],
        'missing-anchor': ['#nothing', '../../posts/hello-world.md#none'],
        'missing-picture': ['.'],
      },
    });
    const { status: checked, stdout } = await site.check();
    expect([checked, stdout]).toEqual([0, expect.stringMatching(/known problems: 4 \(/)]);
    const built = Object.assign(await site.mustBuild(), { base: '/blog/' });
    expect(titlesOf(built.read('/'))).toEqual(['In TOML', 'A bundle', 'With an address']);
    expect(built.read('/')).toContain('A summary by hand.');
    expect(deadLinks(built).map((line) => line.replace(/^.*: /, ''))).toEqual([
      'gone/',
      '#nothing',
      '/blog/posts/hello-world/#none',
    ]);
    expect(await validationFindings(built)).toEqual([]);
  }, 180_000);

  test('knows every address that Hugo makes', () => {
    const known = new Set(old().map(({ from }) => from));
    const made = KEPT.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    // Rules of the host, which are no page.
    expect(made.filter((path) => !known.has(path))).toEqual(['/_redirects']);
  });

  test('answers every old URL', () => {
    const addresses = old();
    expect(addresses.length).toBeGreaterThan(70);
    const dist = join(site.folder, 'dist');
    expect(deadUrls(dist, addresses, '/blog/')).toEqual([]);
  });

  test.each([
    ['posts/hello-world.md', '/posts/hello-world/'],
    ['posts/toml-post.md', '/posts/toml-post/'],
    ['posts/json-post.md', '/posts/json-post/'],
    ['posts/Größe in C++.md', '/posts/größe-in-c++/'],
    ['posts/日本語.md', '/posts/日本語/'],
    ['posts/2020/nested.md', '/posts/2020/nested/'],
    ['posts/bundle/index.md', '/posts/bundle/'],
    ['notes/first.md', '/2019/04/a-first-note/'],
    ['about.md', '/about/'],
  ])('keeps the words of %s', async (file, path) => {
    const source = readFileSync(join(OLD, 'content', file), 'utf8');
    const { body } = readOldFile(file, source);
    const plain = body.replace(/{{<.*?>}}/g, '').replace(':wrench:', '🔧');
    const html = await marked(plain);
    const words = html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&gt;', '>')
      .replace(/\s/g, '');
    // The caption of the figure, which is a shortcode.
    expect(saidOnPage(site, path).replace(/Deep(?=packagemain)/, '')).toBe(words);
  });

  test('keeps feeds as feeds, and ids as they were', () => {
    const feed = (path: string) => site.read(path);
    expect(feed('/index.xml')).toContain('https://old.example/blog/posts/toml-post/</guid>');
    expect(feed('/categories/pumps/index.xml')).toContain('<title>In JSON</title>');
    expect(feed('/tags/go/index.xml')).toContain('A bundle');
  });

  test('expands a shortcode of the site', () => {
    expect(read('src/content/posts/some/where/with-url.md')).toContain(
      'Somewhere else. <b>own</b>',
    );
  });

  test('reports errors and warnings', () => {
    const report = read('import-report.md');
    expect(report).toContain('`content/posts/expired.md:4` expiryDate is in the past');
    expect(report).toContain('keywords has no equivalent');
    expect(report).toContain(
      'skipped params of the theme: defaulttheme, fuseopts, showreadingtime',
    );
  });

  test('keeps edited files and lists them', async () => {
    site.edit('content/posts/posts/hello-world.md', 'The first paragraph', 'My first paragraph');
    site.remove('content/posts/posts/slugged.md');
    const { status, stdout } = await run(OLD);
    // Posts link to the deleted one.
    expect(status).toBe(1);
    expect(stdout).toContain('Errors, to fix before the blog can be built:\n');
    expect(stdout).toContain('Kept, since you edited them');
    expect(stdout).toContain('  src/content/posts/posts/hello-world.md\n');
    expect(stdout).toContain('  src/content/posts/posts/slugged.md\n');
    expect(read('src/content/posts/posts/hello-world.md')).toContain('My first paragraph');
    expect(existsSync(join(site.folder, 'src/content/posts/posts/slugged.md'))).toBe(false);
  });

  test('writes over it where it is forced', async () => {
    await run('--force', OLD);
    expect(read('src/content/posts/posts/hello-world.md')).toContain('The first paragraph');
    expect(read('src/content/posts/posts/slugged.md')).toContain('With a slug.');
    const before = read('check-baseline.json');
    const { stdout } = await run(OLD);
    expect(stdout).toContain('0 files written');
    expect(read('check-baseline.json')).toBe(before);
  });

  test.each([
    [[], 'missing folder of the old blog: octavo-import ../my-old-blog'],
    [['nowhere'], 'nowhere: not found'],
    [['src'], 'src: the source of the blog itself'],
    [['--from', 'hugoo', OLD], '--from: unknown system hugoo; did you mean hugo?'],
    [[OLD, 'src'], 'src: not an Octavo blog; it has no src/site.config.ts; '],
    [[OLD, '.', 'more'], 'too many arguments'],
    [['--dry-rum'], "unknown option '--dry-rum'; did you mean --dry-run?"],
    [['--check', 'src'], 'src: not an Octavo blog; '],
    [['--check', '.', 'more'], 'unexpected argument: more'],
  ])('refuses %j in one line', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test('checks every old URL in the built site', async () => {
    const { stdout, status } = await run('--check');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^All \d+ old URLs work\.\n$/)]);
    rmSync(join(site.folder, 'dist/about'), { recursive: true });
    const again = await run('--check', '.');
    expect(again.status).toBe(1);
    expect(again.stdout).toContain('/about/ not found\n');
  });

  test('replaces the unedited content of a created blog, whatever its settings', async () => {
    const created = new TestSite('import-created', { files: {} });
    rmSync(created.folder, { recursive: true });
    const bin = join(repository, 'packages/create-octavo/bin/create-octavo.mjs');
    await promisify(execFile)(process.execPath, [bin, created.folder, '--yes', '--no-install'], {
      env: environment(),
    });
    writeFileSync(join(created.folder, 'src/content/pages/about.md'), 'Mine.\n');
    const settings = join(created.folder, 'src/site.config.ts');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, 'export default nonsense(;\n');
    const unchecked = await run(OLD, created.folder);
    expect(unchecked).toMatchObject({ status: 0, stderr: '' });
    expect(unchecked.stdout).toContain('Not checked: src/site.config.ts:1:');
    expect(readFileSync(settings, 'utf8')).toContain('nonsense');

    const files = () => globSync('src/content/{posts,pages}/*.md', { cwd: created.folder });
    expect(files()).not.toContain('src/content/posts/first-post.md');
    expect(readFileSync(join(created.folder, 'src/content/pages/about.md'), 'utf8')).toBe(
      'Mine.\n',
    );
    writeFileSync(settings, before);
    const { stdout, stderr } = await run(OLD, created.folder);
    expect([stdout, stderr]).toEqual([expect.stringContaining('pages/about.md:1:1  '), '']);
    expect(readFileSync(settings, 'utf8')).toContain("url: 'https://old.example/blog/'");
  });
});
