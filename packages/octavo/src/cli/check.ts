import { holdNow } from '../content/now.ts';
import { site } from '../settings/settings.ts';
import { checkContent } from '../checks/check-content.ts';
import { mend } from '../checks/fixes.ts';
import { jsonReport, linesForGitHub, linesForPeople } from '../checks/reports.ts';
import { scheduledPosts } from '../checks/scheduled.ts';
import { projectRoot } from '../settings/project-root.ts';
import { Progress } from '../terminal/progress.ts';

interface CheckOptions {
  fix?: boolean;
  json?: boolean;
  github?: boolean;
}

/** Reports errors and warnings in the content, after fixing what it can with `fix`. */
export async function check({ fix, json, github }: CheckOptions): Promise<void> {
  holdNow(site.timeZone);
  const progress = new Progress();
  const found = await checkContent(projectRoot, site, {
    progress: (done, all) => progress.show(`Checked ${done} of ${all} files`),
  });
  const { mended, checked } = fix
    ? await mend(projectRoot, site, found)
    : { mended: [], checked: found };
  progress.clear();
  const report = { ...checked, mended, scheduled: scheduledPosts(checked.library, site) };
  if (json) console.log(jsonReport(report));
  else if (github) for (const line of linesForGitHub(report)) console.log(line);
  else console.log(linesForPeople(report).join('\n'));
  if (report.diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
