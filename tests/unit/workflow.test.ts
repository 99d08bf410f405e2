import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };

const source = readFileSync('.github/workflows/site.yml', 'utf8');

interface Job {
  if?: string;
  needs?: string | string[];
  permissions?: Record<string, string>;
  steps: { id?: string; run?: string; uses?: string; env?: Record<string, string> }[];
}

const { on, jobs, permissions } = parse(source) as {
  on: { schedule: { cron: string }[] };
  jobs: Record<string, Job>;
  permissions: Record<string, string>;
};
const steps = Object.values(jobs).flatMap((job) => job.steps);

describe('the workflow', () => {
  test('runs commands that there are', () => {
    const runs = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run )?([^\n)]+)/g)]);
    const names = runs
      // What is run where it is there may not be.
      .filter(([, words]) => !words!.includes('--if-present'))
      .map(([, words]) => words!.split(' ').find((word) => !word.startsWith('-'))!);
    expect(names).toEqual(expect.arrayContaining(['check', 'build', 'changed']));
    expect(names.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });

  test('publishes what passes its checks, whatever the tests of the engine say', () => {
    const needed = (name: string): string[] => {
      const names = [jobs[name]?.needs ?? []].flat();
      return [...names, ...names.flatMap(needed)];
    };
    expect(needed('publish')).toEqual(['build']);
  });

  test('runs once a day, and not on the hour, when all do', () => {
    expect(on.schedule).toHaveLength(1);
    expect(on.schedule[0]!.cron).toMatch(/^(?!0 )[0-5]?\d (?:1?\d|2[0-3]) \* \* \*$/);
    expect(on).toHaveProperty('workflow_dispatch');
    expect(on).toHaveProperty('push');
  });

  test('needs jobs, and reads outputs of jobs and steps, that there are', () => {
    for (const [name, { needs = [] }] of Object.entries(jobs))
      for (const needed of [needs].flat()) expect(jobs, name).toHaveProperty(needed);
    for (const [, job] of source.matchAll(/needs\.(\w+)\./g)) expect(jobs).toHaveProperty(job!);
    const ids = steps.map(({ id }) => id);
    for (const [, id] of source.matchAll(/steps\.(\w+)\./g)) expect(ids).toContain(id);
  });

  test('may write where it must, and nowhere else', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const own = Object.entries(jobs).flatMap(([name, job]) =>
      job.permissions ? [[name, job.permissions]] : [],
    );
    expect(own).toEqual([
      ['publish', { pages: 'write', 'id-token': 'write' }],
      ['record', { contents: 'write' }],
    ]);
  });

  test('says to all of a run the same time', () => {
    const commands = steps.filter(({ run }) =>
      /npm run (?:check|build|permalinks)/.test(run ?? ''),
    );
    expect(commands.map(({ run, env }) => [run, env?.['NOW']])).toEqual([
      ['npm run check -- --github --now "$NOW"', '${{ steps.time.outputs.now }}'],
      ['npm run build -- --now "$NOW"', '${{ steps.time.outputs.now }}'],
      ['npm run permalinks -- --now "$NOW"', '${{ needs.build.outputs.now }}'],
    ]);
  });
});

const workflows = [
  ...globSync('.github/workflows/*.yml'),
  ...globSync('packages/create-octavo/template/.github/workflows/*.yml'),
];

test.each([
  '.github/workflows/site.yml',
  'packages/create-octavo/template/.github/workflows/publish.yml',
])('runs of %s wait for each other on main, so that an older one never publishes last', (file) => {
  const { concurrency } = parse(readFileSync(file, 'utf8')) as { concurrency: unknown };
  const expected = [
    'site',
    {
      group: "publish-${{ github.event.pull_request.number || 'main' }}",
      'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
    },
  ];
  expect(expected).toContainEqual(concurrency);
});

test('actions are pinned by hash, one version of each', () => {
  const uses = workflows.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/uses: (.+)/g)].map(([, action]) => action!),
  );
  expect(uses.length).toBeGreaterThan(10);
  expect(uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(action))).toEqual([]);
  const names = [...new Set(uses)].map((action) => action.split('@')[0]);
  expect(names).toEqual([...new Set(names)]);
});
