import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { environment, octavoBin, TestSite } from '../site.ts';

/** The command of util-linux that gives another one a terminal. */
const hasTerminal = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

let site: TestSite;

beforeAll(() => {
  site = new TestSite('interrupt', { files: {} });
});

/** Runs a command on a terminal, types a key or line at its question, and returns its status. */
function type(command: string, keys: string): Promise<number | null> {
  return new Promise((resolve) => {
    // The terminal has no size of its own.
    const line = `stty cols 80 rows 24; "${process.execPath}" "${octavoBin}" ${command}`;
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: site.folder,
      env: environment(),
    });
    let isTyped = false;
    child.stdout.on('data', (data: Buffer) => {
      if (isTyped || !data.includes('Title')) return;
      isTyped = true;
      child.stdin.write(keys);
    });
    child.on('close', resolve);
  });
}

describe.skipIf(!hasTerminal)('a command that asks', () => {
  test.each([
    ['Ctrl+C', '\x03'],
    ['Escape', '\x1B'],
  ])('ends without doing anything on %s', async (_, key) => {
    expect(await type('new', key)).toBe(130);
    expect(existsSync(join(site.folder, 'src/content/posts'))).toBe(false);
  });

  test('goes on with the answer', async () => {
    expect(await type('new', 'Hello there\r')).toBe(0);
    expect(existsSync(join(site.folder, 'src/content/posts/hello-there.md'))).toBe(true);
  });
});
