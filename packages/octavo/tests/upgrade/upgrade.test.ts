import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { deleteOldTarballs } from '../../src/upgrade/upgrade.ts';

test.each([
  ['octavo-0.2.0.tgz', ['octavo-0.2.0.tgz', 'octavo-social-0.1.0.tgz', 'other-1.0.0.tgz']],
  ['0.2.0', ['octavo-social-0.1.0.tgz', 'other-1.0.0.tgz']],
])('the upgrade to %s deletes the tarballs of other versions', (installed, left) => {
  const root = mkdtempSync(join(tmpdir(), 'octavo-tarballs-'));
  const names = [
    'octavo-0.1.0.tgz',
    'octavo-0.2.0.tgz',
    'octavo-social-0.1.0.tgz',
    'other-1.0.0.tgz',
  ];
  for (const name of names) writeFileSync(join(root, name), '');
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  deleteOldTarballs(root, installed);
  expect(readdirSync(root).sort()).toEqual(left);
  expect(log).toHaveBeenCalledWith('octavo-0.1.0.tgz  deleted');
  log.mockRestore();
});
