import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Server } from '../serve.ts';
import { TestSite } from '../site.ts';

/** What is published, and what is built now. */
let [published, built]: TestSite[] = [];
let server: Server;

/** Runs `npm run changed`, its set-up apart. */
async function changed(...args: string[]) {
  const { status, stdout: out, stderr: err } = await built!.changed(...args);
  return { status, out, err };
}

const dist = (site: TestSite | undefined) => join(site!.folder, 'dist');

function publish(): void {
  rmSync(dist(published), { recursive: true, force: true });
  cpSync(dist(built), dist(published), { recursive: true });
}

beforeAll(async () => {
  const settings = { url: 'https://example.com/blog/' };
  published = new TestSite('changed-published', { settings, files: {} });
  server = await serve(published);
  built = new TestSite('changed', { settings: { url: server.url }, files: {} });
});

afterAll(() => server.close());

beforeEach(() => {
  for (const site of [built, published]) rmSync(dist(site), { recursive: true, force: true });
  for (const folder of [dist(published), join(dist(built), 'posts')])
    mkdirSync(folder, { recursive: true });
  for (const site of [built, published]) writeFileSync(join(dist(site), '404.html'), 'Not there');
  writeFileSync(join(dist(built), 'index.html'), '<title>A</title>');
  writeFileSync(join(dist(built), 'posts', 'a.txt'), 'A');
});

describe('npm run changed', () => {
  test('says true where nothing is published yet', async () => {
    expect(await changed()).toEqual({
      status: 0,
      out: 'true\n',
      err: `${server.url}digest.txt: not found (404)\n`,
    });
  });

  test('says false where the same is published, and true again after a change', async () => {
    await changed();
    publish();
    expect(await changed()).toEqual({
      status: 0,
      out: 'false\n',
      err: `${server.url} is the same as dist/\n`,
    });
    writeFileSync(join(dist(built), 'posts', 'a.txt'), 'B');
    expect(await changed()).toMatchObject({ out: 'true\n' });
  });

  test.each<[string, (folder: string) => void]>([
    ['a new file', (folder) => writeFileSync(join(folder, 'b.txt'), '')],
    ['a file less', (folder) => rmSync(join(folder, 'posts', 'a.txt'))],
    [
      'another name',
      (folder) => cpSync(join(folder, 'posts', 'a.txt'), join(folder, 'posts', 'b.txt')),
    ],
  ])('knows %s', async (_, change) => {
    await changed();
    publish();
    change(dist(built));
    expect(await changed()).toMatchObject({ out: 'true\n' });
  });

  test('says of a site the same, whoever builds it where', async () => {
    await changed();
    const digest = () => readFileSync(join(dist(built), 'digest.txt'), 'utf8');
    const first = digest();
    expect(first).toMatch(/^[0-9a-f]{64}\n$/);
    await changed();
    expect(digest()).toBe(first);
  });

  test('is wrong where nothing is built, and with words that it does not know', async () => {
    rmSync(dist(built), { recursive: true });
    expect(await changed()).toEqual({
      status: 1,
      out: '',
      err: 'no built site in dist/; run npm run build first\n',
    });
    expect(await changed('--all')).toMatchObject({
      status: 1,
      err: "unknown option '--all'\n",
    });
  });
});
