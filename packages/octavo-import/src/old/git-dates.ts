import { execFileSync } from 'node:child_process';

/** Options that keep Git from running hooks, pagers or filters that a repository configures. */
const SAFE = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/**
 * Returns the date of the commit that added each file below a folder, by its path relative to the
 * folder; a renamed file keeps the date of its first name. Empty without Git or a repository.
 */
export function gitDates(root: string): Map<string, string> {
  const dates = new Map<string, string>();
  let date = '';
  for (const line of gitLog(root).split('\n')) {
    const [status = '', path = '', renamed] = line.split('\t');
    if (status.startsWith('\u0001')) date = status.slice(1);
    else if (renamed !== undefined) dates.set(renamed, dates.get(path) ?? date);
    else if (path !== '') dates.set(path, date);
  }
  return dates;
}

function gitLog(root: string): string {
  try {
    return execFileSync(
      'git',
      [
        ...[...SAFE, 'log', '--reverse', '--relative', '--no-ext-diff', '--no-textconv'],
        ...['--format=%x01%aI', '--name-status', '--find-renames', '--diff-filter=AR', '--', '.'],
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } catch {
    return '';
  }
}
