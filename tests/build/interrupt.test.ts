import { spawn, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { post } from '../posts.ts';
import { octavoBin, TestSite } from '../site.ts';

/** The command of util-linux that gives another one a terminal. */
const hasTerminal = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

let site: TestSite;

beforeAll(() => {
  site = new TestSite('interrupt', { files: { 'posts/hello.md': post({ title: 'Hello' }) } });
});

/** Runs a command on a terminal and types a key or line at each question; returns its status. */
function type(command: string, keys: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const line = `"${process.execPath}" "${octavoBin}" ${command}`;
    const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: site.folder });
    const left = [...keys];
    child.stdout.on('data', (data: Buffer) => {
      if (/[:\]] /.test(data.toString())) child.stdin.write(left.shift() ?? '');
    });
    child.on('close', resolve);
  });
}

function snapshot(): Map<string, string> {
  const paths = globSync('{*,src/**/*}', { cwd: site.folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path, readFileSync(path, 'latin1')]));
}

const [CTRL_C, CTRL_D] = ['\x03', '\x04'];

describe.skipIf(!hasTerminal)('a command that is interrupted at a question does nothing', () => {
  test.each([
    ['new', 'new', [CTRL_C]],
    ['new, by Ctrl+D', 'new', [CTRL_D]],
  ])('%s', async (_, command, keys) => {
    const before = snapshot();
    expect(await type(command, keys)).toBe(130);
    expect(snapshot()).toEqual(before);
  });
});
