import { execFile } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../docs.ts';
import { titlesOf } from '../index-page.ts';
import { TestSite } from '../site.ts';
import { deadLinks, validationFindings } from './sound.ts';

const createBin = join(repository, 'packages/create-octavo/bin/create-octavo.mjs');

let site: TestSite;

/** The packages of the repository are those of the blog, since it is inside. */
beforeAll(async () => {
  site = new TestSite('created', { files: {} });
  rmSync(site.folder, { recursive: true });
  const answers = ['--title', `Jane's "notes" & more`, '--author', 'Jane: {Doe}'];
  await promisify(execFile)(process.execPath, [
    createBin,
    site.folder,
    '--yes',
    '--no-install',
    ...answers,
  ]);
});

test('the template is a blog as it is, for npm create astro and the catalogue of themes', async () => {
  const template = new TestSite('template', { files: {} });
  rmSync(template.folder, { recursive: true });
  cpSync(join(repository, 'packages/create-octavo/template'), template.folder, { recursive: true });
  const { status, stdout } = await template.check();
  expect(stdout).toMatch(/^Checked 3 files: no errors, no warnings\.\n/);
  expect(status).toBe(0);
});

describe('a created blog', () => {
  test('has at most 13 files beside its icons', () => {
    const files = globSync('{*,.*,.github/**/*,src/**/*}', {
      cwd: site.folder,
      withFileTypes: true,
    }).filter((entry) => entry.isFile());
    expect(files.length).toBeLessThanOrEqual(13);
    expect(files.map(({ name }) => name)).toContain('publish.yml');
  });

  test('passes check and builds, without an error or a warning', async () => {
    const check = await site.check();
    expect(check).toMatchObject({ status: 0, stderr: '' });
    expect(check.stdout).not.toMatch(/warning:|error:/);
    expect(check.stdout).toMatch(/^Checked 3 files: /);
    expect(await site.build()).toMatchObject({ status: 0, stderr: '' });
  });

  test('shows its post, its author and its title', async () => {
    expect(titlesOf(site.read('/'))).toEqual(['First post']);
    expect(site.read('/')).toContain('Jane&#39;s &quot;notes&quot; &amp; more');
    expect(site.read('/authors/jane-doe/')).toContain('Jane: {Doe}');
    expect(deadLinks(site)).toEqual([]);
    expect(await validationFindings(site)).toEqual([]);
  });
});
