import { checkContent } from '../checks/check-content.ts';
import { mend } from '../checks/fixes.ts';
import { jsonReport, linesForGitHub, linesForPeople } from '../checks/reports.ts';
import { scheduledPosts } from '../checks/scheduled.ts';
import { Progress } from '../terminal/progress.ts';
import { loadBlog } from './load-blog.ts';

interface CheckOptions {
  fix?: boolean;
  json?: boolean;
  github?: boolean;
  /** A date as in front matter. */
  now?: string;
}

/** Reports errors and warnings in the content, after fixing what it can with `fix`. */
export async function check({ fix, json, github, now }: CheckOptions): Promise<void> {
  const context = await loadBlog(now);
  const progress = new Progress();
  const found = await checkContent(context, {
    progress: (done, all) => progress.show(`Checked ${done} of ${all} files`),
  });
  const { mended, checked } = fix ? await mend(context, found) : { mended: [], checked: found };
  progress.clear();
  const report = { ...checked, mended, scheduled: scheduledPosts(checked.content, context) };
  if (json) console.log(jsonReport(report));
  else if (github) for (const line of linesForGitHub(report)) console.log(line);
  else console.log(linesForPeople(report).join('\n'));
  if (report.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
