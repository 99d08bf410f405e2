import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import engine from '../../octavo/package.json' with { type: 'json' };
import root from '../../../package.json' with { type: 'json' };
import { blogFiles, type NewBlog } from '../src/blog-files.ts';
import { readTemplate } from '../src/template.ts';

const BLOG: NewBlog = {
  title: "Jane's notes",
  url: 'https://example.com/',
  author: 'Jane Doe',
  language: 'pt-BR',
  folder: 'My Blog',
  timeZone: 'Europe/Berlin',
  day: '2024-01-06',
  octavo: 'file:octavo-0.1.0.tgz',
};

const files = blogFiles(readTemplate(), BLOG);

test('the template is a blog too, of this version of the engine', () => {
  const { dependencies } = JSON.parse(String(readTemplate()['package.json'])) as typeof root;
  expect(dependencies).toEqual({ octavo: `^${engine.version}` });
});
const text = (path: string) => String(files[path]);
const paths = Object.keys(files);

describe('a new blog', () => {
  test('has at most 13 files beside its icons', () => {
    expect(paths.filter((path) => !path.startsWith('public/')).length).toBeLessThanOrEqual(13);
  });

  test('has no value of the template left', () => {
    const own = /My blog\b|Your Name|my-blog\.example|'UTC'/;
    const filled = Object.entries(readTemplate()).filter(([, source]) => own.test(String(source)));
    expect(filled.map(([path]) => path).sort()).toEqual([
      'README.md',
      'src/content/authors/author.md',
      'src/site.config.ts',
    ]);
    for (const path of paths) expect(text(path), path).not.toMatch(own);
  });

  test('depends on the engine alone, and asks for its Node', () => {
    const manifest = JSON.parse(text('package.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: 'my-blog',
      dependencies: { octavo: 'file:octavo-0.1.0.tgz' },
      engines: engine.engines,
      allowScripts: root.allowScripts,
    });
    expect(Object.keys(manifest)).not.toContain('devDependencies');
  });

  test('has the answers in its settings', () => {
    const settings = text('src/site.config.ts');
    expect(settings).toContain(`title: "Jane's notes",`);
    expect(settings).toContain(`language: 'pt-BR',`);
    expect(settings).toContain(`timeZone: 'Europe/Berlin',`);
    expect(settings).toContain(`author: 'jane-doe',`);
  });

  test('has its author, a page, and a post of the day', () => {
    expect(text('src/content/authors/jane-doe.md')).toContain("name: 'Jane Doe'");
    expect(text('src/content/posts/first-post.md')).toContain('\ndate: 2024-01-06\n');
    expect(paths).toContain('src/content/pages/about.md');
  });

  test('has .gitignore, which npm packs under no such name', () => {
    expect(text('.gitignore')).toContain('node_modules/');
    expect(paths).not.toContain('gitignore');
  });
});

interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  'continue-on-error'?: boolean;
}
interface Job {
  if?: string;
  needs?: string | string[];
  permissions?: Record<string, string>;
  steps: Step[];
}

describe('its workflow', () => {
  const source = text('.github/workflows/publish.yml');
  const workflow = parse(source) as {
    on: { push: object; schedule: { cron: string }[] };
    permissions: object;
    jobs: Record<string, Job>;
  };
  const { jobs } = workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const step = (start: string) =>
    jobs['build']!.steps.find(({ uses, run }) => (uses ?? run)!.startsWith(start))!;

  test('installs, checks and builds, with Node as package.json asks for it', () => {
    const commands = jobs['build']!.steps.flatMap(({ run }) => run?.match(/^np[mx] .*/) ?? []);
    expect(commands).toEqual([
      'npm ci',
      'npx octavo replies --now "$NOW"',
      'npx octavo check --github --now "$NOW"',
      'npx octavo build --now "$NOW"',
    ]);
    expect(step('actions/setup-node').with).toEqual({
      'node-version-file': 'package.json',
      cache: 'npm',
    });
    expect(step('actions/cache').with!['path']).toBe('.cache\ndist\n');
  });

  test('runs on pushes to main, pull requests, by hand, and daily, but not on the hour', () => {
    expect(workflow.on).toMatchObject({ push: { branches: ['main'] } });
    expect(workflow.on).toHaveProperty('pull_request');
    expect(workflow.on).toHaveProperty('workflow_dispatch');
    expect(workflow.on.schedule).toEqual([
      { cron: expect.stringMatching(/^(?!0 )[0-5]?\d \d+ \* \* \*$/) as string },
    ]);
  });

  test('publishes nothing of a pull request', () => {
    expect(jobs['publish']!.if).toMatch(/^github\.event_name != 'pull_request' && /);
    expect(jobs['record']!.needs).toContain('publish');
    expect(step('actions/upload-pages-artifact').if).toBe("github.event_name != 'pull_request'");
  });

  test('uploads hidden files', () => {
    expect(step('actions/upload-pages-artifact').with).toEqual({
      path: 'dist',
      'include-hidden-files': true,
    });
  });

  test('writes only where it publishes and records', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', discussions: 'read' });
    expect(jobs['build']!.permissions).toBeUndefined();
    expect(jobs['publish']!.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(jobs['record']!.permissions).toEqual({ contents: 'write', discussions: 'read' });
  });

  test('refers to jobs and steps that exist', () => {
    for (const { needs = [] } of Object.values(jobs))
      for (const needed of [needs].flat()) expect(jobs).toHaveProperty(needed);
    for (const [, job] of source.matchAll(/needs\.(\w+)\./g)) expect(jobs).toHaveProperty(job!);
    const ids = steps.map(({ id }) => id);
    for (const [, id] of source.matchAll(/steps\.(\w+)\./g)) expect(ids).toContain(id);
  });

  test('gives all commands the same time', () => {
    expect(step('NOW=').run).toMatch(/^NOW=\$\(date -u .*echo "NOW=\$NOW" >> "\$GITHUB_ENV"\n$/s);
    const commands = steps.filter(({ run }) => /octavo (?!changed|replies)/.test(run ?? ''));
    expect(commands.map(({ run }) => run)).toEqual([
      'npx octavo check --github --now "$NOW"',
      'npx octavo build --now "$NOW"',
      'npx octavo permalinks --now "$NOW"',
      'npx octavo announce --now "$NOW"',
      'npx octavo send-webmentions --now "$NOW"',
    ]);
    for (const { env } of commands.slice(2))
      expect(env!['NOW']).toBe('${{ needs.build.outputs.now }}');
  });

  test('uses other networks only where the blog asks for it, and goes on if they fail', () => {
    const commands = steps.filter(({ run }) => /octavo (?:replies|announce|send)/.test(run ?? ''));
    const isInstalled = "hashFiles('node_modules/octavo-social/package.json') != ''";
    expect(commands.map((one) => [one.if, one['continue-on-error']])).toEqual([
      [`github.event_name == 'schedule' && ${isInstalled}`, true],
      [`github.event_name == 'schedule' && ${isInstalled}`, true],
      [isInstalled, true],
      ["hashFiles('webmentions.json') != ''", true],
    ]);
    expect(jobs['record']!.steps.at(-1)!.run).toContain('git add --all');
  });
});
