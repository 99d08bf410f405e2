import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { environment, octavoBin, TestSite } from '../site.ts';

const version = (
  JSON.parse(
    readFileSync(new URL('../../packages/octavo/package.json', import.meta.url), 'utf8'),
  ) as { version: string }
).version;
const astroBin = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

function run(cwd: string, ...args: string[]) {
  const env = { ...environment(), ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('octavo outside of a blog', () => {
  const outside = mkdtempSync(join(tmpdir(), 'octavo-'));

  test('needs a recent Node', () => {
    const older = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.20.2'}})`;
    expect(run(outside, '--import', older, octavoBin, '--version')).toEqual({
      status: 1,
      stdout: '',
      stderr: `octavo needs Node 24.16 or later; this is ${process.version}. Install one: https://nodejs.org/\n`,
    });
  });

  test('prints its version', () => {
    expect(run(outside, octavoBin, '--version')).toEqual({
      status: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  test.each([
    [['--help'], 'Usage: octavo [options] [command]'],
    [['dev', '--help'], 'Usage: octavo dev [options]'],
  ])('prints the help for %j', (args, usage) => {
    const { status, stdout, stderr } = run(outside, octavoBin, ...args);
    expect([stdout.split('\n')[0], stderr, status]).toEqual([usage, '', 0]);
  });

  test('prints the help as an error without a command', () => {
    const { status, stdout, stderr } = run(outside, octavoBin);
    expect([stdout, stderr.split('\n')[0], status]).toEqual([
      '',
      'Usage: octavo [options] [command]',
      1,
    ]);
  });

  test.each([
    [['check', '--fxi'], "unknown option '--fxi'; did you mean --fix?\n"],
    [['biuld'], "unknown command 'biuld'; did you mean build?\n"],
    [
      ['build', 'posts'],
      "too many arguments for 'build'. Expected 0 arguments but got 1: posts.\n",
    ],
    ...['dev', 'build', 'preview', 'check', 'new', 'permalinks', 'changed'].map(
      (command): [string[], string] => [
        [command],
        `not a blog: no src/site.config.ts in ${outside} or a folder above it\n`,
      ],
    ),
  ])('reports %j in one line', (args, stderr) => {
    expect(run(outside, octavoBin, ...args)).toEqual({ status: 1, stdout: '', stderr });
  });
});

describe('the root folder of the blog', () => {
  /** So many that threads render them. */
  const COUNT = 60;
  let site: TestSite;

  beforeAll(() => {
    const settings = { url: 'https://example.com/blog/', search: false, cards: false };
    const posts = Array.from({ length: COUNT }, (_, index) => [
      `posts/p${index}.md`,
      post({ title: `P${index}` }, '[About](/about/)'),
    ]);
    const files = { 'pages/about.md': '---\ntitle: About\n---\n', ...Object.fromEntries(posts) };
    site = new TestSite('cli', { settings, files });
  });

  test('is the one of astro build --root', () => {
    const { folder } = site;
    expect(run(dirname(folder), astroBin, 'build', '--root', basename(folder)).status).toBe(0);
    for (const index of [0, COUNT - 1])
      expect(site.read(`/posts/p${index}/`)).toContain('href="/blog/about/"');
  });

  test('is found from a folder in it, into which nothing is written', () => {
    const folder = join(site.folder, 'src/content/posts');
    rmSync(join(site.folder, 'dist'), { recursive: true });
    expect(run(folder, octavoBin, 'build')).toMatchObject({ status: 0, stderr: '' });
    expect(site.read('/posts/p0/')).toContain('href="/blog/about/"');
    expect(existsSync(join(folder, '.astro'))).toBe(false);
  });

  test('is where astro build reports errors in content, without a stack trace', () => {
    site.write('content/posts/p0.md', post({ mood: 'good' }));
    const { status, stderr } = run(site.folder, astroBin, 'build');
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('src/content/posts/p0.md:4:1  unknown key mood');
  });
});

describe('src/site.config.ts', () => {
  let site: TestSite;

  beforeAll(() => {
    site = new TestSite('cli-settings', { files: {} });
  });

  const SYNTAX: [string, RegExp] = [
    'export default {\n  title: "A"\n  url: "B",\n};\n',
    /^src\/site\.config\.ts:3:3 {2}Expected/,
  ];
  const REFERENCE: [string, RegExp] = [
    'export default { title: nope };\n',
    /^src\/site\.config\.ts:1:25 {2}nope is not defined$/m,
  ];

  test.each([
    SYNTAX,
    REFERENCE,
    ['export const title = "A";\n', /^src\/site\.config\.ts:1:1 {2}missing default export; /],
    ['export default { title: "" };\n', /^src\/site\.config\.ts {2}title: /],
  ])('%j is reported without a stack trace', (source, line) => {
    site.write('site.config.ts', source);
    const check = run(site.folder, octavoBin, 'check');
    expect(check).toMatchObject({ status: 1, stdout: '' });
    expect(check.stderr).toMatch(line);
    expect(check.stderr).not.toMatch(/^ +at /m);
  });

  test('is reported by astro build too', () => {
    const [source, line] = SYNTAX;
    site.write('site.config.ts', source);
    const { status, stderr } = run(site.folder, astroBin, 'build');
    const lines = stderr.trim().split('\n');
    expect(lines[0]).toContain('[octavo] An unhandled error');
    expect(lines[1]).toMatch(line);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });
});

describe('astro.config.mjs', () => {
  const withOptions = (options: string) =>
    `import octavo from 'octavo';\nexport default { integrations: [octavo()], ${options} };\n`;
  test.each([
    [
      'has an error of syntax',
      withOptions('a: ]'),
      /^astro\.config\.mjs:2:47 {2}Unexpected token/m,
    ],
    ['throws', withOptions('site: a.b'), /^astro\.config\.mjs:2:\d+ {2}a is not defined$/m],
    [
      'imports a package that is missing',
      `import a from 'missing';\n${withOptions('a')}`,
      /^astro\.config\.mjs:1:15 {2}Cannot find package 'missing'$/m,
    ],
    [
      'has an invalid option',
      withOptions("trailingSlash: 'yes'"),
      /trailingSlash[^]*^astro\.config\.mjs:1:1 {2}invalid options, see above$/m,
    ],
    [
      'has an integration that throws',
      `import octavo from 'octavo';\nconst mine = { name: 'a', hooks: { 'astro:config:setup': () => a } };\nexport default { integrations: [octavo(), mine] };\n`,
      /^astro\.config\.mjs:2:\d+ {2}a is not defined; /m,
    ],
  ])('that %s is reported without a stack trace', (_, source, message) => {
    const blog = new TestSite('astro-config', { files: {} });
    writeFileSync(join(blog.folder, 'astro.config.mjs'), source);
    const { status, stderr } = run(blog.folder, octavoBin, 'build');
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

test('an error in a style sheet that another one imports is reported at its position', () => {
  const blog = new TestSite('invalid-styles', { files: {} });
  blog.write('styles/more.css', 'a {}\n// no comment\nb {}\n');
  blog.write('styles/theme.css', "@import './more.css';\n");
  const { status, stderr } = run(blog.folder, octavoBin, 'build');
  const error = /^src\/styles\/more\.css:2:1 {2}CSS: Invalid empty selector$/m;
  expect([status, stderr]).toEqual([1, expect.stringMatching(error)]);
  expect(stderr).not.toMatch(/^ +at /m);
});

describe('src/content.config.ts', () => {
  test.each([
    ['throws', (source: string) => `${source}\nthrow new Error('no');`, /:19:7 {2}no$/m],
    [
      'has no posts',
      (source: string) => source.replace(/posts: [^]*?\}\),\n/, ''),
      /:1:1 {2}collections: needs posts: /,
    ],
  ])('that %s is reported without a stack trace', (_, change, message) => {
    const blog = new TestSite('content-config', { files: {} });
    blog.write(
      'content.config.ts',
      change(readFileSync(join(blog.folder, 'src/content.config.ts'), 'utf8')),
    );
    for (const command of ['build', 'check']) {
      const { status, stderr } = run(blog.folder, octavoBin, command);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^src\/content\.config\.ts:/);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^ +at /m);
    }
  });
});
