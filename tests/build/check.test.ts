import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SiteConfig } from '../../packages/octavo/src/settings/settings.ts';
import { png } from '../pictures.ts';
import { post } from '../posts.ts';
import { environment, TestSite } from '../site.ts';
import { bareBlog } from '../sites/bare.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/mistakes', import.meta.url));

/** Errors, warnings, and how many. */
const REPORT = readFileSync(join(FIXTURE, 'report.txt'), 'utf8');
const [ERRORS = [], WARNINGS = []] = REPORT.split('\n\n').map((part) => part.split('\n'));

const LARGE_PICTURE = Buffer.concat([await png(1, 1), Buffer.alloc(2_050_000)]);

/** A site with one of every mistake. */
function mistaken(name: string, settings: Partial<SiteConfig> = {}): TestSite {
  const site = new TestSite(name, { settings, files: {} });
  cpSync(join(FIXTURE, 'content'), join(site.folder, 'src/content'), { recursive: true });
  cpSync(join(FIXTURE, 'permalinks.lock'), join(site.folder, 'permalinks.lock'));
  site.write('content/posts/bundle/large.png', LARGE_PICTURE);
  return site;
}

/** Returns the report on published posts without a problem, and the file of the author. */
function clean(files: number): string {
  const noun = files === 1 ? 'file' : 'files';
  return `Checked ${files} ${noun}: no errors, no warnings.\n\n${files - 1} published, 0 drafts, 0 scheduled, 0 files ignored\n`;
}

const TODO = { 'posts/todo.md': post({}, 'A TODO.') };

describe('a check of content with every error', () => {
  test('reports each in a line, errors first, and ends in status 1', async () => {
    const { status, stdout, stderr } = await mistaken('check-mistakes').check();
    expect(stdout.split('\n')).toEqual(REPORT.split('\n'));
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const kinds = new Set([...ERRORS, ...WARNINGS].map((line) => line.replace(/^\S+ +/, '')));
    expect(kinds.size).toBeGreaterThanOrEqual(40);
  });

  test('reports the same as a build', async () => {
    const { status, stderr } = await mistaken('check-build').build();
    const [told = ''] = stderr.split('\n\n');
    expect(told.split('\n').sort()).toEqual([...ERRORS, ...WARNINGS].sort());
    expect(status).toBe(1);
  });

  test('prints one workflow command for each on GitHub', async () => {
    const { status, stdout } = await mistaken('check-github').check('--github');
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(ERRORS.length + WARNINGS.length);
    expect(lines).toContain(
      '::error file=src/content/posts/links.md,line=6,col=1::link: ./nowhere.md not found',
    );
    expect(lines).toContain(
      '::warning file=src/content/posts/todo.md,line=6,col=3::text: FIXME in published text; resolve or remove it',
    );
    expect(status).toBe(1);
  });

  test('is JSON for machines', async () => {
    const { status, stdout } = await mistaken('check-json').check('--json');
    const report = JSON.parse(stdout) as Record<string, unknown> & { diagnostics: unknown[] };
    expect(report).toMatchObject({
      version: 1,
      errors: ERRORS.length,
      warnings: WARNINGS.length,
      fixed: [],
    });
    expect(report.diagnostics).toHaveLength(ERRORS.length + WARNINGS.length);
    expect(report.diagnostics).toContainEqual({
      file: 'src/content/posts/todo.md',
      line: 6,
      column: 3,
      severity: 'warning',
      check: 'todo',
      message: 'text: FIXME in published text; resolve or remove it',
      fixable: false,
    });
    expect(status).toBe(1);
  });
});

test('a rule in src/content.config.ts holds in a check as in a build', async () => {
  const site = new TestSite('check-own-schema', {
    files: { 'posts/one.md': post({ title: 'One', tags: ['a', 'b'] }), 'posts/two.md': post({}) },
  });
  const rule = `.extend({ tags: z.array(z.string()).max(1, 'choose one').optional() }).extend(front`;
  site.edit('content.config.ts', '.extend(front', rule);
  site.edit('content.config.ts', 'import {', "import { z } from 'octavo/config';\nimport {");
  const error =
    'src/content/posts/one.md:4:1  tags: choose one (the schema in src/content.config.ts)\n\n1 error, 0 warnings';
  const { status, stdout } = await site.check();
  expect([status, stdout]).toEqual([1, expect.stringContaining(error)]);
  expect((await site.check('src/content/posts/two.md')).status).toBe(0);
  const built = await site.build();
  expect([built.status, built.stderr]).toEqual([1, expect.stringContaining(error)]);
});

describe('a check', () => {
  test('of clean content prints what is published, and ends in status 0', async () => {
    const { status, stdout, stderr } = await new TestSite('check-clean', {
      files: { 'posts/good.md': post({ title: 'Good' }, '## One\n\nText.') },
    }).check();
    expect([stdout, stderr, status]).toEqual([clean(2), '', 0]);
  });

  test('of content without posts has nothing to publish', async () => {
    const { stdout } = await new TestSite('check-empty', { files: {} }).check();
    expect(stdout).toBe(clean(1));
  });

  test('with warnings alone ends in status 0', async () => {
    const { status, stdout } = await new TestSite('check-warning', { files: TODO }).check();
    expect(stdout.split('\n')).toEqual([
      'src/content/posts/todo.md:6:3  warning: text: TODO in published text; resolve or remove it',
      '',
      '0 errors, 1 warning',
      '',
      '1 published, 0 drafts, 0 scheduled, 0 files ignored',
      '',
    ]);
    expect(status).toBe(0);
  });

  test('that the settings turn off reports nothing, on its own and in a build', async () => {
    const site = new TestSite('check-off', { settings: { checks: { todo: false } }, files: TODO });
    expect((await site.check()).stdout).toBe(clean(2));
    expect((await bareBlog()).result.stderr).toBe('');
  });

  test('of an unknown name is an error of the settings', async () => {
    const checks = { 'heading-skips': false } as SiteConfig['checks'];
    const site = new TestSite('check-settings', { settings: { checks: checks! }, files: {} });
    const { status, stderr } = await site.check();
    expect(stderr).toBe(
      'src/site.config.ts  unknown key checks.heading-skips; did you mean heading-skip?\n',
    );
    expect(status).toBe(1);
  });

  test.each([
    [['--fxi'], "unknown option '--fxi'; did you mean --fix?\n"],
    [['--json', '--github'], "option '--json' cannot be used with option '--github'\n"],
    [['posts.md', 'src'], 'no such file: posts.md, src\n'],
    [['--baseline', 'src/site.config.ts'], 'use either --baseline or files\n'],
  ])('called with %j says what is wrong with that', async (options, message) => {
    const site = new TestSite('check-options', { files: TODO });
    const { status, stdout, stderr } = await site.check(...options);
    expect([stdout, stderr, status]).toEqual(['', message, 1]);
  });

  test('of files reports their errors only, with the links to all others', async () => {
    const site = new TestSite('check-files', {
      files: {
        'posts/a.md': post({}, '[B](./b.md#there) [c](./c.md)'),
        'posts/b.md': post({}, '## Here\n\n[c](./c.md)'),
      },
    });
    const [file, report] = ['src/content/posts/a.md', ['--json', 'src/site.config.ts']];
    const { status, stdout } = await site.check(file);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      `${file}:6:1  link: ./b.md has no heading #there; did you mean #here?`,
      `${file}:6:19  link: ./c.md not found`,
      '',
      '2 errors, 0 warnings',
    ]);
    expect(status).toBe(1);
    site.write('content/posts/a.md', post({}, '[B](./b.md#here)'));
    expect((await site.check(file)).stdout).toContain('Checked 1 file: no errors, no warnings.');
    expect(JSON.parse((await site.check(...report)).stdout)).toMatchObject({ files: 0, errors: 0 });
    expect((await site.check()).stdout).toContain('1 error, 0 warnings');
  });

  test('with --watch checks again after a change', async () => {
    const site = new TestSite('check-watch', { files: TODO });
    const options = { cwd: site.folder, env: environment() };
    const child = spawn(process.execPath, [site.bin, 'check', '--watch'], options);
    onTestFinished(() => void child.kill());
    let stdout = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    const printed = () => expect.poll(() => stdout, { timeout: 60_000 });
    await printed().toContain('0 errors, 1 warning');
    site.write('content/posts/todo.md', post({}, 'Done.'));
    await printed().toContain('Checked 2 files: no errors');
    site.write('site.config.ts', 'export default {}');
    await printed().toContain('site.config.ts changed; restart the check');
  });

  test('fixes certain errors, reports the fixes, and then the errors that are left', async () => {
    const site = new TestSite('check-fix', {
      files: {
        'posts/new.md': [
          '---',
          'title: 2024',
          'date: 2024-01-01',
          'tgas: Go',
          'aliases:',
          '  - /old/',
          '  - /posts/new/',
          '  - /old',
          '---',
          '',
          '[Nowhere](/nowhere/)',
          '',
        ].join('\n'),
      },
    });
    const { status, stdout } = await site.check('--fix');
    expect(stdout.split('\n')).toEqual([
      'src/content/posts/new.md:2:1  fixed: title is now "2024"',
      'src/content/posts/new.md:4:1  fixed: tgas is now tags',
      'src/content/posts/new.md:8:5  fixed: alias /old removed',
      'src/content/posts/new.md:4:1  fixed: tags is now [Go]',
      'src/content/posts/new.md:7:5  fixed: alias /posts/new/ removed',
      '',
      'src/content/posts/new.md:9:1  link: /nowhere/ not found',
      '',
      '1 error, 0 warnings',
      '',
      '1 published, 0 drafts, 0 scheduled, 0 files ignored',
      '',
    ]);
    expect(status).toBe(1);
    expect(readFileSync(join(site.folder, 'src/content/posts/new.md'), 'utf8')).toBe(
      [
        '---',
        'title: "2024"',
        'date: 2024-01-01',
        'tags: [Go]',
        'aliases:',
        '  - /old/',
        '---',
        '',
        '[Nowhere](/nowhere/)',
        '',
      ].join('\n'),
    );
  });
});
