import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { measuredRun } from '../../bench/builds/measured-run.ts';

const folder = tmpdir();

vi.setConfig({ testTimeout: 30_000 });
const node = (code: string) => ({ program: process.execPath, args: ['-e', code], folder });

test('a command has taken time', async () => {
  const { time } = await measuredRun(node('setTimeout(() => undefined, 200)'));
  expect(time).toBeGreaterThan(0.2);
});

test.runIf(process.platform === 'linux')(
  'processor and memory are those of all its processes',
  async () => {
    const busy =
      'const all = Buffer.alloc(3e8, 1); const end = Date.now() + 500; while (Date.now() < end);';
    const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
    const { processor, memory } = await measuredRun(node(parent));
    expect(processor).toBeGreaterThan(0.05);
    expect(memory).toBeGreaterThan(3e8);
  },
);

test('a command that fails is told with what it printed', async () => {
  await expect(measuredRun(node('console.error("why"); process.exit(3)'))).rejects.toThrow('why');
});

test('a command that is not there is told, and not waited for', async () => {
  await expect(measuredRun({ program: 'no-such-program', args: [], folder })).rejects.toThrow(
    'ENOENT',
  );
});
