import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { AUTHOR, folder, REQUIRED } from '../../octavo/tests/helpers.ts';
import { post } from '../../../tests/posts.ts';
import { network } from './network.ts';
import { MASTODON } from './replies/answers.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const OCTAVO = path('../../octavo/bin/octavo.mjs');
const SOCIAL = path('../bin/octavo-social.mjs');

/** Runs a command; with a port, a server of this machine answers for all others. */
async function run(cwd: string, bin: string, args: readonly string[], port?: number) {
  const child = spawn(process.execPath, ['--import', path('fetch-from.mjs'), bin, ...args], {
    cwd,
    env: { ...process.env, NETWORK_PORT: port ? `${port}` : '' },
  });
  const ended = once(child, 'exit');
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: Number((await ended)[0]), output: output.join('').trim() };
}

function blog(frontMatter: object): string {
  return folder({
    ...AUTHOR,
    'src/site.config.ts': `export default ${JSON.stringify(REQUIRED)};`,
    'src/content.config.ts': '',
    'src/content/posts/a.md': post({ ...frontMatter }),
  });
}

test('octavo-social runs its commands in a blog', async () => {
  const { port } = await network(MASTODON);
  const root = blog({ discussion: 'https://social.example/@jane/100' });
  expect(await run(root, SOCIAL, ['replies', '--now', '2026-01-01'], port)).toEqual({
    status: 0,
    output: 'src/content/replies/a.json\nFetched 1 of 1; 1 file changed.',
  });
});

test('octavo names the package if it is not installed', async () => {
  expect(await run(blog({}), OCTAVO, ['announce', '--dry-run'])).toEqual({
    status: 1,
    output: 'octavo announce needs the package octavo-social; run npm install octavo-social',
  });
});

test.each([
  [['announce', '--help'], 0, '--dry-run'],
  [['send-webmentions', '--al'], 1, "unknown option '--al'; did you mean --all?"],
])('octavo passes %j on to it', async (args, status, part) => {
  const result = await run(path('.'), OCTAVO, args);
  expect(result).toEqual({ status, output: expect.stringContaining(part) as string });
  expect(result.output).not.toContain('error:');
});
