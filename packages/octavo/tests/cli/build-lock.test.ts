import { expect, test, vi } from 'vitest';
import { lockBuild } from '../../src/cli/build-lock.ts';
import { folder, write } from '../helpers.ts';

test('a build waits for the end of another', async () => {
  const [root, onWait] = [folder(), vi.fn()];
  const events: string[] = [];
  const unlock = await lockBuild(root, onWait);
  expect(onWait).not.toHaveBeenCalled();
  const second = lockBuild(root, () => {
    events.push('waits');
    unlock();
    events.push('ended');
  });
  (await second)();
  expect(events).toEqual(['waits', 'ended']);
  (await lockBuild(root, onWait))();
  expect(onWait).not.toHaveBeenCalled();
});

test('builds of other folders do not wait', async () => {
  const onWait = vi.fn();
  const ends = [await lockBuild(folder(), onWait), await lockBuild(folder(), onWait)];
  for (const unlock of ends) unlock();
  expect(onWait).not.toHaveBeenCalled();
});

test.each([
  ['is damaged', { '.cache/octavo/build.sqlite': 'x'.repeat(4096) }],
  ['is no folder', { '.cache': '' }],
])('a build does not wait where the cache %s', async (_, files) => {
  const [root, onWait] = [folder(), vi.fn()];
  write(root, files as Record<string, string>);
  const ends = [await lockBuild(root, onWait), await lockBuild(root, onWait)];
  for (const unlock of ends) unlock();
  expect(onWait).not.toHaveBeenCalled();
});
