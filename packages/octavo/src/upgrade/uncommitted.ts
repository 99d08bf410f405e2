import { spawnSync } from 'node:child_process';

/**
 * Returns the files below these paths that differ from the last commit, as git prints them;
 * `undefined` where there is no repository.
 */
export function uncommittedFiles(root: string, paths: readonly string[]): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--', ...paths], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) return undefined;
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3));
}
