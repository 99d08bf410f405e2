import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { environment, octavoBin, TestSite } from '../site.ts';

/** The command of util-linux that gives another one a terminal. */
const hasTerminal = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

let site: TestSite;

beforeAll(() => {
  site = new TestSite('interrupt', { files: {} });
});

/** Runs a command on a terminal, types a key or line at its question, and returns how it ended. */
function type(command: string, keys: string): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const line = `"${process.execPath}" "${octavoBin}" ${command}`;
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: site.folder,
      env: environment(),
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      if (data.includes('Title: ')) child.stdin.write(keys);
      output += data.toString();
    });
    child.on('close', (status) =>
      resolve({ status, output: stripVTControlCharacters(output).trim() }),
    );
  });
}

describe.skipIf(!hasTerminal)('a command that asks', () => {
  test.each([
    ['Ctrl+C', '\x03', 130],
    ['Ctrl+D', '\x04', 1],
  ])('ends without doing anything on %s', async (_, key, status) => {
    const result = await type('new', key);
    expect(result.status).toBe(status);
    expect(result.output).toBe('Title:');
    expect(existsSync(join(site.folder, 'src/content/posts'))).toBe(false);
  });

  test('goes on with the answer', async () => {
    expect((await type('new', 'Hello there\r')).status).toBe(0);
    expect(existsSync(join(site.folder, 'src/content/posts/hello-there.md'))).toBe(true);
  });
});
